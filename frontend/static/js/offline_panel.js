// Tells about one body of a saved file: what its tables say of it. Nothing is asked of anybody.

/** Keep the panel `aside`; `changed` is told of which body it is, null when it closes; `home` gets the focus back. */
export function tellIn(aside, { changed, home }) {
  const tables = [...document.querySelectorAll("[data-offline-facts]")];
  let shown = null;
  let from = null;

  /** Tell about a box of the picture. */
  function open(id, box, { byKey = false } = {}) {
    if (byKey) from = document.activeElement;
    shown = id;
    const facts = tables.map((table) => factsIn(table, id)).filter(({ said }) => said.length);
    aside.replaceChildren(
      closeButton(),
      element("h2", box.name || box.lines.join(" ")),
      element("p", ended(box.said)),
      ...facts.flatMap(({ name, said }) => [element("h3", name), listOf(said)]),
      ...ways(id),
    );
    aside.hidden = false;
    aside.scrollTop = 0;
    aside.parentElement.classList.add("offline__stage--told");
    changed(id);
    const heading = aside.querySelector("h2");
    heading.tabIndex = -1;
    if (byKey) heading.focus({ preventScroll: true });
    if (aside.getBoundingClientRect().top > innerHeight - 80 || byKey) aside.scrollIntoView({ block: "nearest" });
  }

  /** Close it; tells whether it was open. */
  function close() {
    if (shown === null) return false;
    const held = aside.contains(document.activeElement);
    shown = null;
    aside.hidden = true;
    aside.replaceChildren();
    aside.parentElement.classList.remove("offline__stage--told");
    changed(null);
    if (held) (from?.isConnected ? from : home())?.focus({ preventScroll: true });
    from = null;
    return true;
  }

  function closeButton() {
    const button = element("button", "Close");
    button.type = "button";
    button.className = "offline__close";
    button.addEventListener("click", close);
    return button;
  }

  aside.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    close();
  });
  return { open, close, id: () => shown };
}

/** Give what a table says of a body, a sentence a row. */
function factsIn(table, id) {
  const address = `#${id}`;
  const names = (row) => [...row.querySelectorAll("a")].some((link) => link.getAttribute("href") === address);
  const holds = (row) => row.dataset.of?.split(" ").includes(id);
  const rows = [...table.tBodies[0].rows].filter((row) => names(row) || holds(row));
  const say = table.dataset.offlineFacts === "seats" ? seated : sentence;
  return { name: table.caption.textContent, said: rows.map((row) => say([...row.cells].map(plain))) };
}

/** `Forum` `feeds into` `Board` `details`. */
function sentence([one, relation, other, details]) {
  return `${[one, relation, other].filter(Boolean).join(" ")}${details ? ` (${details})` : ""}`;
}

/** `Board`, `Chair`: `who sits there`; for `whom`; vote: `yes`. */
function seated([board, seat, who, whom, vote]) {
  return `${board}, ${seat}: ${[who, whom && `for ${whom}`, `vote: ${vote.toLowerCase()}`].filter(Boolean).join("; ")}`;
}

/** Lead to where it stands among the bodies, below. */
function ways(id) {
  if (!document.getElementById(id)) return [];
  const line = document.createElement("p");
  const link = element("a", "In the table of bodies");
  link.href = `#${id}`;
  line.append(link);
  return [line];
}

function listOf(said) {
  const list = document.createElement("ul");
  list.append(...said.map((words) => element("li", words)));
  return list;
}

function element(tag, words) {
  const made = document.createElement(tag);
  made.textContent = words;
  return made;
}

function plain(cell) {
  return cell.textContent.replace(/\s+/g, " ").trim();
}

function ended(words) {
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}
