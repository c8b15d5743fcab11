// How far a line is, what stands beside a box, how a picture fits its frame. Run by `node --test`.

import assert from "node:assert/strict";
import test from "node:test";

import { distanceTo, fitting, nameMiddle, neighbour } from "../static/js/diagram_geometry.js";

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

test("the name of a long bar stands within what is seen of it, in no gap", () => {
  const bar = { ...box(500, 20), width: 1000, textX: 500, nameAt: [[60, 340], [460, 540], [700, 940]] };
  assert.equal(nameMiddle(bar, { left: 0, right: 1000 }, 60), 500, "all of it is seen");
  assert.equal(nameMiddle(bar, { left: 0, right: 300 }, 60), 240);
  assert.equal(nameMiddle(bar, { left: 300, right: 600 }, 60), 500);
  assert.equal(nameMiddle(bar, { left: 600, right: 900 }, 60), 700);
  assert.equal(nameMiddle(bar, { left: 380, right: 400 }, 60), 340, "less is seen than the name takes: the nearest place");
  assert.equal(nameMiddle(box(500, 20), { left: 0, right: 100 }, 60), 500, "no bar");
  assert.equal(nameMiddle(bar, undefined, 60), 500);
});
