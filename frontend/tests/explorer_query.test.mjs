// The state of a view as it stands in an address.

import assert from "node:assert/strict";
import test from "node:test";

import { samePicture, withChanges, withWord } from "../static/js/explorer_query.js";

test("a query is written in one order, without what is empty", () => {
  assert.equal(withChanges("?select=a/b&on=2008&find="), "on=2008&select=a/b");
  assert.equal(withChanges("on=2008", { on: null, about: "a/b" }), "about=a/b");
  assert.equal(withChanges(""), "");
});

test("it is written as the server writes it", () => {
  assert.equal(withChanges("", { find: "carers' forum (2)", hide: "seat,feeds-into" }), "hide=seat,feeds-into&find=carers%27+forum+%282%29");
  assert.equal(withChanges("find=caf%C3%A9+%26+co"), "find=caf%C3%A9+%26+co");
});

test("what is found or selected does not make another picture; anything else does", () => {
  assert.ok(samePicture("on=2008&find=x&select=a/b", "on=2008"));
  assert.ok(!samePicture("on=2008", "on=2009"));
  assert.ok(!samePicture("open=a/b", ""));
});

test("a word is added to a list once", () => {
  assert.equal(withWord("open=b", "open", "a"), "open=a,b");
  assert.equal(withWord("open=a,b", "open", "a"), "open=a,b");
  assert.equal(withWord("", "open", "a"), "open=a");
});
