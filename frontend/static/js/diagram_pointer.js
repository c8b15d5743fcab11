// Points at a diagram: the body or line under the pointer stays lit, the rest fades, and a note says what it is.

import { boxAt, lineFinder, onBadge, rowAt, toggleAt } from "./diagram_hits.js";
import { litAlong, litAround, litRow } from "./diagram_light.js";

const REACH = 6; // pixels beside a line that still mean it
const MOST_SAID = 4;

/** Let the pointer light what it is over; `note` says it. A click selects, a double click visits, a badge unfolds. */
export function followPointer(holder, canvas, content, lights, { note, acts }) {
  const linesAt = lineFinder(content.lines);
  const saidOf = new Map(content.lines.map((line) => [line.id, line.said]));
  let over = "";
  let clicked = null;

  function found(event) {
    const { x, y, unit } = canvas.at(event);
    const toggle = toggleAt(content.boxes, x, y);
    const box = toggle ? null : boxAt(content.boxes, x, y);
    const row = box && rowAt(content.boxes[box], x, y);
    return { toggle, box, row, lines: box || toggle ? [] : linesAt(x, y, REACH * unit) };
  }

  function light({ toggle = null, box, row = null, lines }) {
    const key = toggle?.href ?? row?.said ?? box ?? lines.join("\n");
    if (key === over) return;
    over = key;
    holder.style.cursor = box || toggle ? "pointer" : "";
    if (row?.href) lights.set("pointer", litRow(content, box, row));
    else if (box) lights.set("pointer", litAround(content, box));
    else lights.set("pointer", lines.length ? litAlong(content, lines) : null);
    const one = toggle?.said ?? row?.said ?? content.boxes[box]?.said;
    const said = one ? [one] : lines.map((id) => saidOf.get(id));
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
    // The second click of a double click is not a second choice: what was meant lay under the first one, and a panel
    // that it opened may have moved the drawing since.
    if (event.detail > 1 && clicked) return;
    const { toggle, box, row, lines } = found(event);
    clicked = box;
    const { x, y } = canvas.at(event);
    if (toggle) acts.toggle(toggle.href);
    // A finger points by a tap: what a row or a line says then stays until the next one. A row that leads nowhere is
    // a part of its closed board, and pressed as that.
    else if (row?.href || lines.length) {
      light({ box, row, lines });
      place(event);
    } else if (!box) {
      acts.dismiss();
      leave();
    }
    else if (content.boxes[box].fold || (content.boxes[box].hides && onBadge(content.boxes[box], x, y))) acts.unfold(box);
    else acts.select(box, { byKey: false });
  });
  holder.addEventListener("dblclick", () => {
    if (clicked) acts.visit(clicked);
  });
}
