import assert from "node:assert/strict";
import test from "node:test";

import { above, moved, placed } from "../static/js/order.js";

test("one thing moves, and the others keep their order", () => {
  assert.deepEqual(moved(["a", "b", "c", "d"], 0, 2), ["b", "c", "a", "d"]);
  assert.deepEqual(moved(["a", "b", "c", "d"], 3, 0), ["d", "a", "b", "c"]);
  assert.deepEqual(moved(["a"], 0, 0), ["a"]);
});

test("keys move one step or to an end, and never out of the list", () => {
  assert.equal(placed("ArrowUp", 2, 4), 1);
  assert.equal(placed("ArrowDown", 2, 4), 3);
  assert.equal(placed("Home", 2, 4), 0);
  assert.equal(placed("End", 2, 4), 3);
  assert.equal(placed("ArrowUp", 0, 4), null);
  assert.equal(placed("ArrowDown", 3, 4), null);
  assert.equal(placed("Home", 0, 4), null);
  assert.equal(placed("a", 1, 4), null);
});

test("what is dragged stands under those whose middles are above it", () => {
  assert.equal(above(5, [10, 20, 30]), 0);
  assert.equal(above(25, [10, 20, 30]), 2);
  assert.equal(above(99, [10, 20, 30]), 3);
});
