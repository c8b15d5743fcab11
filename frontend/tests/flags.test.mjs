import assert from "node:assert/strict";
import test from "node:test";

import { beside, chosen, following } from "../static/js/flags.js";

test("a press goes round through the colours", () => {
  const values = ["", "green", "amber", "red", "none"];
  const seen = [""];
  for (let press = 0; press < 5; press += 1) seen.push(following(values, seen.at(-1)));
  assert.deepEqual(seen, ["", "green", "amber", "red", "none", ""]);
});

test("a letter chooses a colour, and Delete takes it back", () => {
  assert.deepEqual(["g", "A", "r", "n"].map(chosen), ["green", "amber", "red", "none"]);
  assert.equal(chosen("Delete"), "");
  assert.equal(chosen("x"), null);
  assert.equal(chosen("–"), null);
  assert.equal(chosen("Enter"), null);
});

test("arrows lead to the cells around and not out of the table", () => {
  assert.deepEqual(beside("ArrowDown", 0, 1, 2, 4), [1, 1]);
  assert.deepEqual(beside("ArrowLeft", 0, 1, 2, 4), [0, 0]);
  assert.equal(beside("ArrowUp", 0, 1, 2, 4), null);
  assert.equal(beside("ArrowRight", 0, 3, 2, 4), null);
  assert.equal(beside("Enter", 0, 0, 2, 4), null);
});
