import assert from "node:assert/strict";
import test from "node:test";

import { keeping, told } from "../static/js/keep.js";

test("all that is in a form is sent, with the step that only keeps", () => {
  const data = new FormData();
  data.set("who", "Bo Lee");
  data.set("step", "preview");
  assert.deepEqual([...keeping(data)], [["who", "Bo Lee"], ["step", "keep"]]);
});

test("whoever types is told whether it is kept", () => {
  assert.match(told(204), /is kept as a draft/);
  assert.match(told(401), /signed out/);
  assert.equal(told(500), "");
});
