// What stands around an explorer and depends on its day: the heading's numbers, the lists, links, and what forms keep.
// The page's template marks each such part with a name of its own, in `data-by-day`.

import { replaceKeepingOpen } from "./explorer_answers.js";
import { withChanges } from "./explorer_query.js";

/** Tell whether two queries are of the same day, with the same of what is only proposed. */
export function sameDay(one, two) {
  const dayOf = (query) => ["on", "proposed"].map((name) => new URLSearchParams(query).get(name) ?? "").join(" ");
  return dayOf(one) === dayOf(two);
}

/** Give the address of the page of a view. */
export function pageOf(query) {
  const asked = withChanges(query, { find: "", select: "" });
  return location.pathname + (asked ? `?${asked}` : "");
}

/** Put what the same page of another day, as HTML, says in its marked parts where those of this page stand. */
export function followPage(html) {
  const other = new DOMParser().parseFromString(html, "text/html");
  for (const part of document.querySelectorAll("[data-by-day]")) {
    const there = other.querySelector(`[data-by-day="${CSS.escape(part.dataset.byDay)}"]`);
    if (there) replaceKeepingOpen(part, there.childNodes);
  }
}
