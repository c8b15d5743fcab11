// One key that works everywhere: "/" goes to the search field. A reader can switch it off, and the choice is kept.
// Other modules that listen for single keys ask `shortcutsOn` first.

const KEPT = "keyboard-shortcuts";
const FIELDS = "input, textarea, select, [contenteditable=''], [contenteditable=true], [role=textbox]";

/** Tell whether single-key shortcuts are switched on. */
export function shortcutsOn() {
  try {
    return localStorage.getItem(KEPT) !== "off";
  } catch {
    return true; // storage may be forbidden; the switch then works until the page is left
  }
}

/** Tell whether a key press asks for the search field. */
export function asksForSearch({ key, ctrlKey, metaKey, altKey, target, defaultPrevented }) {
  return key === "/" && !ctrlKey && !metaKey && !altKey && !defaultPrevented && !target?.closest?.(FIELDS);
}

function begin() {
  const part = document.querySelector("[data-shortcuts]");
  const field = document.querySelector("[data-shortcut]");
  if (!part || !field) return;
  let on = shortcutsOn();
  const button = part.querySelector("[data-shortcuts-switch]");
  const state = part.querySelector("[data-shortcuts-state]");

  function show() {
    button.setAttribute("aria-pressed", String(on));
    state.textContent = on ? "on" : "off";
  }
  button.addEventListener("click", () => {
    on = !on;
    try {
      localStorage.setItem(KEPT, on ? "on" : "off");
    } catch {
      // kept for this page only
    }
    show();
  });
  document.addEventListener("keydown", (event) => {
    if (!on || !asksForSearch(event)) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
  show();
  part.hidden = false;
}

if (typeof document !== "undefined") begin();
