// What the slider between two pictures says.

import assert from "node:assert/strict";
import { test } from "node:test";

import { said } from "../static/js/before_after.js";

const days = ["Gloucester as things stood on 21 January 2010", "Gloucester as things stand today"];

test("the slider says how far the earlier day reaches, and at its ends which day is all there is", () => {
  assert.equal(said(30, days), `30 per cent from the left: ${days[0]}; the rest: ${days[1]}`);
  assert.equal(said(0, days), `all of it: ${days[1]}`);
  assert.equal(said(100, days), `all of it: ${days[0]}`);
});
