// Finding bodies by name, as people type them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { folded, hitsOf, inOrder, jumpTo, walkOf } from "../static/js/diagram_words.js";

const box = (name, x, y, more = {}) => ({ name, x, y, lines: [name], ...more });
const boxes = {
  d: box("Café Łódź", 300, 90),
  b: box("Carers’ Forum", 100, 50),
  a: box("Top Board", 200, 10),
  c: box("Council on Ageing", 200, 50, { alternateNames: ["COA", "Age Concern"] }),
  evil: box("<img src=x onerror=alert(1)>", 400, 200),
};

test("case, accents and apostrophes do not matter", () => {
  // The same table is read by the tests of the server's search.
  for (const [words, same] of JSON.parse(readFileSync(new URL("folded.json", import.meta.url), "utf8"))) {
    assert.equal(folded(words), same, words);
  }
  assert.deepEqual(hitsOf(boxes, "cafe lodz"), ["d"]);
  assert.deepEqual(hitsOf(boxes, "CARERS'"), ["b"]);
});

test("every word must be in one name; other names count; nothing typed finds nothing", () => {
  assert.deepEqual(hitsOf(boxes, "age"), ["c"]);
  assert.deepEqual(hitsOf(boxes, "coa"), ["c"]);
  assert.deepEqual(hitsOf(boxes, "forum board"), []);
  assert.deepEqual(hitsOf(boxes, "  "), []);
  assert.deepEqual(hitsOf(boxes, "<IMG"), ["evil"]);
  assert.deepEqual(hitsOf(boxes, ".*"), []);
});

test("hits come in reading order", () => {
  assert.deepEqual(inOrder(boxes), ["a", "b", "c", "d", "evil"]);
  assert.deepEqual(hitsOf(boxes, "o"), ["a", "b", "c", "d", "evil"].filter((id) => folded(boxes[id].name).includes("o")));
});

test("a letter jumps to the next name that begins with it, and round again", () => {
  assert.equal(jumpTo(boxes, "a", "c"), "b");
  assert.equal(jumpTo(boxes, "b", "c"), "c");
  assert.equal(jumpTo(boxes, "c", "c"), "d");
  assert.equal(jumpTo(boxes, "d", "c"), "b");
  assert.equal(jumpTo(boxes, null, "t"), "a");
});

test("more letters narrow it down from where one is; a letter repeated goes on", () => {
  assert.equal(jumpTo(boxes, "b", "ca"), "b");
  assert.equal(jumpTo(boxes, "b", "co"), "c");
  assert.equal(jumpTo(boxes, "b", "cc"), "c");
  assert.equal(jumpTo(boxes, "b", "cx"), null);
});

test("what is said on arriving is a part of the longer sentence, or words of its own", () => {
  assert.equal(walkOf({ walk: 14, said: "Forum, 2 seats, one body feeds into it" }), "Forum, 2 seats");
  assert.equal(walkOf({ walk: "Forum", said: "Forum, 2 seats" }), "Forum");
  assert.equal(walkOf({ said: "Forum, 2 seats" }), "Forum, 2 seats");
});
