// Walks a diagram with the keyboard: arrows from box to box, Enter opens, + - 0 zoom, Escape lets go.

import { firstBox, litAround, neighbour } from "./diagram_geometry.js";

/** Let the keyboard steer `canvas` while `holder` has focus; `say` is told what is in focus. */
export function walkWithKeys(holder, canvas, content, { say, open, focus }) {
  let here = null;

  function goTo(id) {
    here = id;
    canvas.show(id ? litAround(content.lines, id) : null, id);
    if (id) canvas.bringIntoView(id);
    say(id ? content.boxes[id].said : "");
  }

  const actions = {
    Enter: () => here && open(content.boxes[here].href),
    Escape: () => goTo(null),
    Home: () => goTo(firstBox(content.boxes)),
    "+": canvas.zoomIn,
    "=": canvas.zoomIn,
    "-": canvas.zoomOut,
    0: canvas.fit,
  };

  holder.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.startsWith("Arrow")) {
      event.preventDefault();
      goTo(here ? (neighbour(content.boxes, here, event.key) ?? here) : firstBox(content.boxes, focus));
    } else if (event.key in actions) {
      event.preventDefault();
      actions[event.key]();
    }
  });
  holder.addEventListener("focus", () => {
    if (holder.matches(":focus-visible")) goTo(here ?? firstBox(content.boxes, focus));
  });
  holder.addEventListener("blur", () => canvas.show(null, null));
}
