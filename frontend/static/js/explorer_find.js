// Finds bodies in the picture while one types: they stay lit, Enter goes from one to the next.

import { hitsOf, walkOf } from "./diagram_words.js";

const FAINT = "0.18";
const PAUSE = 500; // milliseconds of silence before the count is said

/** Search with `input`, in the explorer `root`. `figure` gives {content, live, element}; `changed` is told the words, for the address. */
export function findWith(root, input, { figure, status, changed }) {
  let hits = [];
  let at = -1;
  let waiting = 0;

  /** Light what fits; `quietly` when nobody is typing, as after the picture has changed. */
  function look({ quietly = false } = {}) {
    clearTimeout(waiting);
    const { content, live, element } = figure();
    hits = content ? hitsOf(content.boxes, input.value) : [];
    at = -1;
    if (live) live.find(hits);
    else if (content) lightPlain(element, content, hits);
    if (quietly) return;
    // What the server listed was for other words.
    root.querySelector(".explorer__hits")?.remove();
    waiting = setTimeout(() => {
      status.say(counted());
      changed(input.value.trim());
    }, PAUSE);
  }

  function counted() {
    if (!input.value.trim()) return "";
    if (!hits.length) return "No body in the picture is called that.";
    return hits.length === 1 ? "One body found. Enter goes to it." : `${hits.length} bodies found. Enter goes from one to the next.`;
  }

  function go(step) {
    clearTimeout(waiting);
    at = (at + step + hits.length) % hits.length;
    const { content, live, element } = figure();
    const id = hits[at];
    if (live) live.find(hits, id);
    else plainLink(element, content.boxes[id])?.scrollIntoView({ block: "center", inline: "center" });
    status.say(`${at + 1} of ${hits.length}: ${walkOf(content.boxes[id])}`);
    changed(input.value.trim());
  }

  input.addEventListener("input", () => look());
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && hits.length) {
      event.preventDefault();
      go(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape" && input.value) {
      event.preventDefault();
      input.value = "";
      look();
    }
  });
  return { look };
}

/** Give the link of the plain picture that stands for a box. */
function plainLink(figure, box) {
  const links = figure.querySelectorAll("[data-diagram-plain] svg a");
  return [...links].find((link) => link.getAttribute("href") === box.href);
}

/** Fade what was not found in the plain picture, by attributes: they hold in forced colours as well. */
function lightPlain(figure, content, hits) {
  const found = new Set(hits.map((id) => content.boxes[id].href));
  // All of a picture stands in one group, of which printed sheets show parts.
  for (const part of figure.querySelectorAll("[data-diagram-plain] svg > g > :is(a, g, path, text, circle)")) {
    if (!hits.length || found.has(part.getAttribute("href"))) part.removeAttribute("opacity");
    else part.setAttribute("opacity", FAINT);
  }
}
