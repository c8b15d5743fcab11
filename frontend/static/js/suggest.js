// Offers names while somebody types: the combobox with a list box of the ARIA Authoring Practices. Without this module
// the fields are plain search fields, and with it their forms are still sent by Enter when no name is chosen.

const WAIT = 120; // milliseconds after the last key before the site is asked

/** Give the place in a list after moving by a key; -1 is the field itself, which both ends lead back to. */
export function moved(at, count, key) {
  if (key === "ArrowDown") return at + 1 >= count ? -1 : at + 1;
  return at < 0 ? count - 1 : at - 1;
}

/** Say how many names are offered, for those who cannot see the list. */
export function announced(count) {
  if (!count) return "No name begins like that. Press Enter to search.";
  return `${count === 1 ? "One name" : `${count} names`}. Use the arrow keys to choose one.`;
}

/** Give the address to ask for what is typed, with the day that the page is for; `at` asks for what fits a blank. */
export function question(text, to, search, at) {
  if (at) return `${at}${at.includes("?") ? "&" : "?"}${new URLSearchParams({ q: text })}`;
  const asked = new URLSearchParams({ q: text });
  if (to === "who" || to === "body") asked.set("to", to);
  const here = new URLSearchParams(search);
  for (const name of ["on", "proposed"]) if (here.get(name)) asked.set(name, here.get(name));
  return `/suggest?${asked}`;
}

let made = 0;

/** Make a search field a combobox. */
export function offerNames(field) {
  const id = `suggest-${++made}`;
  const list = document.createElement("ul");
  const said = document.createElement("span");
  const holder = document.createElement("span");
  Object.assign(list, { id, className: "suggest__list", hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Names to choose from");
  said.className = "visually-hidden";
  said.setAttribute("role", "status");
  holder.className = "suggest";
  const had = document.activeElement === field;
  field.replaceWith(holder);
  holder.append(field, list, said);
  if (had) field.focus(); // moving a field takes the focus away from it
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id, "aria-haspopup": "listbox",
    autocapitalize: "none", spellcheck: "false",
  })) field.setAttribute(name, value);

  let at = -1;
  let waiting = 0;
  let asking = null; // the latest request; an earlier one is given up

  function close() {
    clearTimeout(waiting);
    asking?.abort();
    asking = null;
    list.hidden = true;
    list.replaceChildren();
    field.setAttribute("aria-expanded", "false");
    point(-1);
  }

  function point(to) {
    at = to;
    [...list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
    const chosen = list.children[at];
    if (chosen) {
      field.setAttribute("aria-activedescendant", chosen.id);
      chosen.scrollIntoView({ block: "nearest" });
    } else field.removeAttribute("aria-activedescendant");
  }

  function show(names) {
    list.replaceChildren(...names.map(({ name, what, href, value }, i) => {
      const option = document.createElement("li");
      const about = document.createElement("span");
      option.id = `${id}-${i}`;
      option.setAttribute("role", "option");
      if (value) Object.assign(option.dataset, { name, value });
      else option.dataset.href = href;
      option.textContent = name; // as text, whatever it is
      about.className = "suggest__what";
      about.textContent = what;
      option.append(" ", about);
      return option;
    }));
    list.hidden = !names.length;
    field.setAttribute("aria-expanded", String(names.length > 0));
    point(-1);
    said.textContent = announced(names.length);
  }

  async function ask() {
    const text = field.value.trim();
    asking?.abort();
    asking = null;
    if (text.length < 2) {
      close();
      said.textContent = "";
      return;
    }
    const mine = (asking = new AbortController());
    try {
      const answer = await fetch(question(text, field.dataset.suggest, location.search, field.dataset.suggestAt), { signal: mine.signal });
      if (!answer.ok) throw new Error(answer.statusText);
      const names = await answer.json();
      if (asking === mine && document.activeElement === field) show(names);
    } catch {
      if (asking === mine) close(); // the form still works
    }
  }

  function go(option) {
    const { href, name, value } = option.dataset;
    close();
    if (href) {
      location.assign(href);
      return;
    }
    field.value = name; // a blank to fill, sent with the rest of its form
    const kept = field.form?.elements.namedItem(`${field.name}-id`); // which of those called so
    if (kept) kept.value = value;
  }

  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, WAIT);
  });
  field.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (list.hidden) {
        if (!event.altKey) ask();
        return;
      }
      event.preventDefault();
      point(moved(at, list.children.length, event.key));
    } else if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      go(list.children[at]);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault(); // the first Escape closes the list and leaves the text, the next one clears it
      close();
      said.textContent = "";
    } else if (event.key === "Tab") close();
  });
  field.addEventListener("blur", close);
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) go(option);
  });
}

if (typeof document !== "undefined") document.querySelectorAll("input[data-suggest]").forEach(offerNames);
