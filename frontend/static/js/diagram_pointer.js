// Points at a diagram: the body or line under the pointer stays lit, the rest fades, and a note says what it is.

import { boxAt, lineFinder, onBadge } from "./diagram_hits.js";
import { litAlong, litAround } from "./diagram_light.js";

const REACH = 6; // pixels beside a line that still mean it
const MOST_SAID = 4;

/** Let the pointer light what it is over; `note` says it. A click selects, a double click visits, a badge unfolds. */
export function followPointer(holder, canvas, content, lights, { note, acts }) {
  const linesAt = lineFinder(content.lines);
  const saidOf = new Map(content.lines.map((line) => [line.id, line.said]));
  let over = "";

  function found(event) {
    const { x, y, unit } = canvas.at(event);
    const box = boxAt(content.boxes, x, y);
    return { box, lines: box ? [] : linesAt(x, y, REACH * unit) };
  }

  function light({ box, lines }) {
    const key = box ?? lines.join("\n");
    if (key === over) return;
    over = key;
    holder.style.cursor = box ? "pointer" : "";
    if (box) lights.set("pointer", litAround(content, box));
    else lights.set("pointer", lines.length ? litAlong(content, lines) : null);
    const said = box ? [content.boxes[box].said] : lines.map((id) => saidOf.get(id));
    const more = said.length - MOST_SAID;
    note.textContent = said.slice(0, MOST_SAID).join("\n") + (more > 0 ? `\nand ${more} more` : "");
    note.hidden = !said.length;
  }

  function place(event) {
    const frame = holder.getBoundingClientRect();
    const left = Math.min(event.clientX - frame.left + 14, frame.width - note.offsetWidth - 4);
    note.style.left = `${Math.max(4, left)}px`;
    note.style.top = `${event.clientY - frame.top + 18}px`;
  }

  function leave() {
    light({ box: null, lines: [] });
  }

  holder.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch") return;
    if (event.buttons) leave();
    else {
      light(found(event));
      if (!note.hidden) place(event);
    }
  });
  holder.addEventListener("pointerleave", leave);

  holder.addEventListener("click", (event) => {
    const { box } = found(event);
    const { x, y } = canvas.at(event);
    if (!box) acts.dismiss();
    else if (content.boxes[box].fold || (content.boxes[box].hides && onBadge(content.boxes[box], x, y))) acts.unfold(box);
    // The second click of a double click is not a second choice.
    else if (event.detail < 2) acts.select(box, { byKey: false });
  });
  holder.addEventListener("dblclick", (event) => {
    const { box } = found(event);
    if (box) acts.visit(box);
  });
}
