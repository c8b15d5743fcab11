// Writes the state of a view into the filter form, and reads it out.

import { listOf } from "./explorer_query.js";

const LISTS = ["kinds", "sectors", "themes"];
const NONE = "none";

/** Give what a form says, as a query; the server gives it its one short form. */
export function queryOf(form) {
  const params = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string" && value) params.append(name, value);
  return params.toString();
}

/**
 * Know a form, from the page as it came: which lines are usual follows from those ticked and from its address.
 * Gives `fill(query)`, which puts a view into it and tells false when it cannot.
 */
export function knownForm(form, query) {
  const usualOf = { focus: new Set(boxes("lines").map((box) => box.value)) };
  const params = new URLSearchParams(query);
  const start = field("form")?.value;
  if (start && !(start in usualOf)) {
    const ticked = boxes("lines").filter((box) => box.checked).map((box) => box.value);
    const shown = new Set(listOf(params, "show"));
    usualOf[start] = new Set([...ticked.filter((key) => !shown.has(key)), ...listOf(params, "hide")]);
  }
  const fixed = !field("about");

  function boxes(name) {
    return [...form.querySelectorAll(`input[type=checkbox][name="${CSS.escape(name)}"]`)];
  }

  function field(name) {
    return form.querySelector(`[name="${CSS.escape(name)}"]:not([type=checkbox])`);
  }

  function put(name, value) {
    let found = field(name);
    if (!found && boxes(name).length) {
      for (const box of boxes(name)) box.checked = box.value === value;
      return;
    }
    if (!found && value) {
      found = document.createElement("input");
      found.type = "hidden";
      found.name = name;
      form.append(found);
    }
    if (found && found !== document.activeElement) found.value = value;
  }

  return {
    fill(text) {
      const view = new URLSearchParams(text);
      const sort = fixed || view.get("about") ? "focus" : "place";
      const usual = usualOf[sort];
      if (!usual) return false;
      put("form", sort);
      const [hide, show] = [new Set(listOf(view, "hide")), new Set(listOf(view, "show"))];
      for (const box of boxes("lines")) box.checked = show.has(box.value) || (usual.has(box.value) && !hide.has(box.value));
      for (const name of LISTS) {
        const chosen = listOf(view, name);
        const all = !chosen.length;
        for (const box of boxes(name)) box.checked = all || (!chosen.includes(NONE) && chosen.includes(box.value));
      }
      for (const name of ["on", "proposed", "steps", "open", "close", "find", "select", "size"]) put(name, view.get(name) ?? "");
      put("certainty", view.get("certainty") ?? "uncertain");
      put("direction", view.get("direction") ?? "both");
      if (!fixed) put("about", view.get("about") ?? "");
      return true;
    },
    /** Mark the field that the status says is wrong; without a name, none is. */
    wrong(name) {
      for (const each of form.querySelectorAll("[aria-invalid]")) {
        each.removeAttribute("aria-invalid");
        each.removeAttribute("aria-describedby");
      }
      const found = name && field(name);
      if (!found) return;
      found.setAttribute("aria-invalid", "true");
      found.setAttribute("aria-describedby", "explorer-status");
      const fold = found.closest("details");
      if (fold) fold.open = true;
    },
    put,
  };
}
