// Where the arrow keys lead.

import assert from "node:assert/strict";
import test from "node:test";

import { firstBox, lastBox, startAt, walked } from "../static/js/diagram_walk.js";

const box = (x, y, way = []) => ({ x, y, width: 100, height: 40, way });
const line = (kind, from, to) => ({ id: `${kind}:${from}:${to}`, from, to });
const content = {
  boxes: {
    top: box(300, 20),
    reference: box(300, 400),
    older: box(100, 120, ["reports-to:older:top"]),
    health: box(300, 120, ["reports-to:health:top"]),
    forum: box(100, 300, ["seat:forum:older", "reports-to:older:top"]),
    alone: box(600, 300),
  },
  lines: [
    line("reports-to", "older", "top"),
    line("reports-to", "health", "top"),
    line("feeds-into", "forum", "reference"),
    line("seat", "forum", "older"),
    line("seat?", "forum", "health"),
  ],
};

function walk(from, ...keys) {
  return keys.reduce((place, key) => walked(content, place, `Arrow${key}`), startAt(from));
}

test("up goes along the way to the top, and tells the line", () => {
  assert.equal(walk("forum", "Up").at, "older");
  assert.equal(walk("forum", "Up").line, "seat:forum:older");
  assert.equal(walk("forum", "Up", "Up").at, "top");
});

test("down goes back along the line that one came up", () => {
  assert.equal(walk("forum", "Up", "Up", "Down").at, "older");
  assert.equal(walk("forum", "Up", "Up", "Down", "Down").at, "forum");
  assert.deepEqual(walk("forum", "Up", "Down").trail, []);
});

test("down without a way back goes to the nearest of those below", () => {
  assert.equal(walk("top", "Down").at, "health");
  assert.equal(walk("older", "Down").at, "forum");
});

test("left and right go through the bodies at the same end of the lines", () => {
  assert.equal(walk("forum", "Up", "Right").at, "health");
  assert.equal(walk("forum", "Up", "Right").line, "seat?:forum:health");
  assert.equal(walk("forum", "Up", "Right", "Right").at, "reference");
  assert.equal(walk("forum", "Up", "Right", "Right", "Down").at, "forum");
  assert.equal(walk("top", "Down", "Left").at, "older");
});

test("where there is no sibling, and no line, the nearest box that way is next", () => {
  assert.equal(walk("older", "Right").at, "health");
  assert.equal(walk("older", "Right").line, null);
  assert.equal(walk("top", "Down", "Right").at, "alone");
  assert.equal(walk("alone", "Left").at, "reference");
});

test("at the edge one stays where one is", () => {
  const place = walk("alone", "Right");
  assert.equal(place.at, "alone");
});

test("a line to a body that is not drawn leads nowhere, and one to itself neither", () => {
  const odd = {
    boxes: { only: box(0, 0) },
    lines: [line("seat", "only", "gone"), line("link", "only", "only")],
  };
  assert.equal(walked(odd, startAt("only"), "ArrowUp").at, "only");
});

test("two bodies that report to each other do not grow the trail for ever", () => {
  const round = {
    boxes: { one: box(0, 0), two: box(0, 100) },
    lines: [line("reports-to", "one", "two"), line("reports-to", "two", "one")],
  };
  let place = startAt("one");
  for (let step = 0; step < 500; step += 1) place = walked(round, place, "ArrowUp");
  assert.ok(place.trail.length <= 100);
});

test("every box can be walked to from the first", () => {
  const seen = new Set();
  const waiting = [startAt(firstBox(content.boxes))];
  const known = (place) => JSON.stringify([place.at, place.trail.at(-1) ?? null]);
  while (waiting.length) {
    const place = waiting.pop();
    if (seen.has(known(place))) continue;
    seen.add(known(place));
    for (const key of ["Up", "Down", "Left", "Right"]) waiting.push(walked(content, place, `Arrow${key}`));
  }
  assert.deepEqual(new Set([...seen].map((text) => JSON.parse(text)[0])), new Set(Object.keys(content.boxes)));
});

test("walking starts at the box the picture is about, else at the first; End is the last", () => {
  assert.equal(firstBox(content.boxes, "forum"), "forum");
  assert.equal(firstBox(content.boxes, "gone"), "top");
  assert.equal(lastBox(content.boxes), "reference");
  assert.equal(firstBox({ council: box(0, 0), lsp: { ...box(0, 100), style: "lsp" } }), "lsp");
  assert.equal(firstBox({}), null);
  assert.equal(lastBox({}), null);
});

test("a box without a line is to the right of the box that it is nearest to, and on from there is what was next", () => {
  const boxes = { ...content.boxes, under: box(100, 350) };
  const step = (place) => walked({ ...content, boxes }, place, "ArrowRight");
  const [first, second] = [step(startAt("forum")), step(step(startAt("forum")))];
  assert.equal(first.at, "under");
  assert.equal(second.at, "reference");
  assert.equal(walked({ boxes, lines: [] }, startAt("forum"), "ArrowRight").at !== "forum", true);
});
