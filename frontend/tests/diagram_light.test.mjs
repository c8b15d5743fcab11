// What stays lit around a body, along lines, and who is heard when several want light.

import assert from "node:assert/strict";
import test from "node:test";

import { lighting, litAlong, litAround, litFound, litKind } from "../static/js/diagram_light.js";

const content = {
  boxes: { forum: { way: ["sits", "reports"] }, board: { way: ["reports"] }, top: { way: [] }, other: {} },
  lines: [
    { id: "sits", from: "forum", to: "board" },
    { id: "reports", from: "board", to: "top" },
    { id: "apart", from: "other", to: "top" },
  ],
};

test("around a body its lines, their ends and its way to the top stay lit", () => {
  const lit = litAround(content, "forum");
  assert.deepEqual([...lit.lines], ["sits"]);
  assert.deepEqual([...lit.way], ["sits", "reports"]);
  assert.deepEqual([...lit.boxes].sort(), ["board", "forum", "top"]);
});

test("a body without a recorded way lights its own lines", () => {
  assert.deepEqual([...litAround(content, "other").boxes].sort(), ["other", "top"]);
});

test("a part of the legend lights its lines with their ends, or its bodies alone", () => {
  const styled = {
    ...content,
    boxes: { forum: { style: "forum" }, board: { style: "board" }, other: { style: "forum" } },
    trunks: [{ style: "seat", lines: ["sits"] }, { style: "reports-to", lines: ["reports", "apart"] }],
  };
  assert.deepEqual([...litKind(styled, "line:reports-to").lines], ["reports", "apart"]);
  assert.deepEqual([...litKind(styled, "line:reports-to").boxes].sort(), ["board", "other", "top"]);
  assert.deepEqual([...litKind(styled, "box:forum").boxes], ["forum", "other"]);
  assert.equal(litKind(styled, "box:forum").lines.size, 0);
});

test("along lines both ends stay lit, and for a search only what was found", () => {
  assert.deepEqual([...litAlong(content, ["reports"]).boxes], ["board", "top"]);
  assert.deepEqual([...litFound(["top"]).boxes], ["top"]);
  assert.equal(litFound(["top"]).lines.size, 0);
});

test("the pointer comes before the keyboard, and that before the search; what is under it comes back", () => {
  const seen = [];
  const lights = lighting({ show: (lit, ringed) => seen.push([lit, ringed]) });
  lights.set("found", "found", "hit");
  lights.set("keys", "keys", "here");
  lights.set("pointer", "pointer");
  lights.set("pointer", null);
  lights.set("keys", null);
  lights.set("found", null);
  assert.deepEqual(seen, [
    ["found", "hit"],
    ["keys", "here"],
    ["pointer", "here"],
    ["keys", "here"],
    ["found", "hit"],
    [null, null],
  ]);
});
