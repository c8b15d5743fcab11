import assert from "node:assert/strict";
import test from "node:test";

import { isNeeded } from "../static/js/fold.js";

test("what names another source is needed where another is chosen", () => {
  assert.equal(isNeeded("+"), true);
  assert.equal(isNeeded("minutes"), false);
  assert.equal(isNeeded(""), false);
});
