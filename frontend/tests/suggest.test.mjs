// Moving through the names that are offered, and what is asked and said. Run by `node --test`.

import assert from "node:assert/strict";
import test from "node:test";

import { announced, moved, question } from "../static/js/suggest.js";

test("the arrows go round through the field", () => {
  assert.equal(moved(-1, 3, "ArrowDown"), 0);
  assert.equal(moved(2, 3, "ArrowDown"), -1);
  assert.equal(moved(-1, 3, "ArrowUp"), 2);
  assert.equal(moved(0, 3, "ArrowUp"), -1);
});

test("the number of names is said in words", () => {
  assert.match(announced(0), /^No name begins/);
  assert.match(announced(1), /^One name\./);
  assert.match(announced(8), /^8 names\./);
});

test("the question keeps the day of the page and nothing else of its address", () => {
  assert.equal(question("a & b", "who", "?on=2008-01&of=x"), "/suggest?q=a+%26+b&to=who&on=2008-01");
  assert.equal(question("carers", "page", ""), "/suggest?q=carers");
});

test("a field that fills a blank asks what fits there", () => {
  assert.equal(question("a & b", "fill", "?on=2008", "/ask/x/y/names"), "/ask/x/y/names?q=a+%26+b");
  assert.equal(question("a", "fill", "", "/ask/x/y/names?area=z"), "/ask/x/y/names?area=z&q=a");
});
