// When a key press goes to the search field. Run by `node --test`.

import assert from "node:assert/strict";
import test from "node:test";

import { asksForSearch, shortcutsOn } from "../static/js/shortcuts.js";

const press = (more) => ({ key: "/", ctrlKey: false, metaKey: false, altKey: false, defaultPrevented: false, target: null, ...more });

test("a slash alone asks for the search", () => {
  assert.equal(asksForSearch(press({})), true);
  assert.equal(asksForSearch(press({ key: "a" })), false);
  for (const held of ["ctrlKey", "metaKey", "altKey", "defaultPrevented"]) assert.equal(asksForSearch(press({ [held]: true })), false);
});

test("in a field a slash is a slash", () => {
  assert.equal(asksForSearch(press({ target: { closest: (fields) => (fields.includes("textarea") ? {} : null) } })), false);
  assert.equal(asksForSearch(press({ target: { closest: () => null } })), true);
});

test("where nothing can be kept, shortcuts are on", () => {
  assert.equal(shortcutsOn(), true);
});
