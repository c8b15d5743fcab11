// What lies under a point, and where the arrow keys lead. Run by `node --test`.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";

// The module is a .js file for browsers; node takes it as a module from a data address.
const source = await readFile(new URL("../static/js/diagram_geometry.js", import.meta.url), "utf8");
const geometry = await import(`data:text/javascript,${encodeURIComponent(source)}`);
const { boxAt, distanceTo, firstBox, fitting, linesAt, litAlong, litAround, neighbour } = geometry;

const box = (x, y) => ({ x, y, width: 100, height: 40 });
const boxes = { top: box(200, 20), left: box(60, 120), middle: box(200, 120), right: box(340, 120), far: box(60, 400) };
const lines = [
  { id: "one", from: "left", to: "top", points: [[60, 100], [60, 60], [190, 60], [190, 40]] },
  { id: "two", from: "left", to: "right", points: [[60, 100], [60, 60], [340, 60], [340, 100]] },
  { id: "three", from: "middle", to: "top", points: [[210, 100], [210, 40]] },
];

test("distance is to the nearest stretch, and to its ends beyond them", () => {
  assert.equal(distanceTo([[0, 0], [10, 0]], 5, 3), 3);
  assert.equal(distanceTo([[0, 0], [10, 0]], 13, 4), 5);
  assert.equal(distanceTo([[0, 0], [10, 0], [10, 10]], 12, 8), 2);
  assert.equal(distanceTo([[1, 1], [1, 1]], 4, 5), 5);
});

test("a shared trunk answers with all its lines", () => {
  assert.deepEqual(linesAt(lines, 61, 80, 6), ["one", "two"]);
});

test("off the trunk only the line itself answers, and out of reach none", () => {
  assert.deepEqual(linesAt(lines, 330, 61, 6), ["two"]);
  assert.deepEqual(linesAt(lines, 150, 300, 6), []);
});

test("of two lines in reach the clearly nearer one is meant", () => {
  assert.deepEqual(linesAt(lines, 209, 50, 25), ["three"]);
});

test("the box under a point is found, and nothing beside it", () => {
  assert.equal(boxAt(boxes, 240, 130), "middle");
  assert.equal(boxAt(boxes, 270, 130), null);
});

test("arrows lead to the box that lies that way, and nowhere at the edge", () => {
  assert.equal(neighbour(boxes, "middle", "ArrowUp"), "top");
  assert.equal(neighbour(boxes, "middle", "ArrowLeft"), "left");
  assert.equal(neighbour(boxes, "middle", "ArrowRight"), "right");
  assert.equal(neighbour(boxes, "left", "ArrowDown"), "far");
  assert.equal(neighbour(boxes, "right", "ArrowRight"), null);
  assert.equal(neighbour(boxes, "top", "ArrowUp"), null);
});

test("every box can be walked to", () => {
  const seen = new Set(["top"]);
  const waiting = ["top"];
  while (waiting.length) {
    const here = waiting.pop();
    for (const key of ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]) {
      const next = neighbour(boxes, here, key);
      if (next && !seen.has(next)) waiting.push(next);
      if (next) seen.add(next);
    }
  }
  assert.deepEqual([...seen].sort(), Object.keys(boxes).sort());
});

test("walking starts at the box the picture is about, else at the top", () => {
  assert.equal(firstBox(boxes, "far"), "far");
  assert.equal(firstBox(boxes, "gone"), "top");
  assert.equal(firstBox({}), null);
});

test("around a box its lines and their other ends stay lit", () => {
  const lit = litAround(lines, "left");
  assert.deepEqual([...lit.lines], ["one", "two"]);
  assert.deepEqual([...lit.boxes].sort(), ["left", "right", "top"]);
  assert.deepEqual([...litAlong(lines, ["three"]).boxes], ["middle", "top"]);
});

test("a picture fits its frame between life size and readable", () => {
  assert.equal(fitting(1000, 2000, 0.77), 1);
  assert.equal(fitting(1000, 900, 0.77), 0.9);
  assert.equal(fitting(1000, 300, 0.77), 0.77);
});
