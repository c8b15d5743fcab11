// How far a line is, what stands beside a box, how a picture fits its frame. Run by `node --test`.

import assert from "node:assert/strict";
import test from "node:test";

import { distanceTo, fitting, neighbour } from "../static/js/diagram_geometry.js";

const box = (x, y) => ({ x, y, width: 100, height: 40 });
const boxes = { top: box(200, 20), left: box(60, 120), middle: box(200, 120), right: box(340, 120), far: box(60, 400) };

test("distance is to the nearest stretch, and to its ends beyond them", () => {
  assert.equal(distanceTo([[0, 0], [10, 0]], 5, 3), 3);
  assert.equal(distanceTo([[0, 0], [10, 0]], 13, 4), 5);
  assert.equal(distanceTo([[0, 0], [10, 0], [10, 10]], 12, 8), 2);
  assert.equal(distanceTo([[1, 1], [1, 1]], 4, 5), 5);
});

test("arrows lead to the box that lies that way, and nowhere at the edge", () => {
  assert.equal(neighbour(boxes, "middle", "ArrowUp"), "top");
  assert.equal(neighbour(boxes, "middle", "ArrowLeft"), "left");
  assert.equal(neighbour(boxes, "middle", "ArrowRight"), "right");
  assert.equal(neighbour(boxes, "left", "ArrowDown"), "far");
  assert.equal(neighbour(boxes, "right", "ArrowRight"), null);
  assert.equal(neighbour(boxes, "top", "ArrowUp"), null);
});

test("a picture fits its frame between life size and readable", () => {
  assert.equal(fitting(1000, 2000, 0.77), 1);
  assert.equal(fitting(1000, 900, 0.77), 0.9);
  assert.equal(fitting(1000, 300, 0.77), 0.77);
  assert.equal(fitting(1000, 750, 0.77), 0.77);
  assert.equal(fitting(1000, 2000, 0.77, 1.35), 1.35);
});

test("a picture that lacks next to nothing is shown whole, and not cut off at both sides", () => {
  assert.equal(fitting(1000, 760, 0.77), 0.76);
});
