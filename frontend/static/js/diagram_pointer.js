// Points at a diagram: the box or line under the pointer stays lit, the rest fades, and a note says what it is.

import { boxAt, linesAt, litAlong, litAround } from "./diagram_geometry.js";

const REACH = 6; // pixels beside a line that still mean it
const MOST_SAID = 4;

/** Let the pointer light what it is over; `note` is the element that says it; a click on a box opens its page. */
export function followPointer(holder, canvas, content, { note, open }) {
  let over = "";

  function light(found) {
    const key = JSON.stringify(found);
    if (key === over) return;
    over = key;
    holder.style.cursor = found.box ? "pointer" : "";
    if (found.box) canvas.show(litAround(content.lines, found.box), null);
    else if (found.lines.length) canvas.show(litAlong(content.lines, found.lines), null);
    else canvas.show(null, null);
  }

  function tell(found, event) {
    const said = found.box
      ? [content.boxes[found.box].said]
      : content.lines.filter((line) => found.lines.includes(line.id)).map((line) => line.said);
    note.hidden = !said.length;
    if (note.hidden) return;
    const more = said.length - MOST_SAID;
    note.textContent = said.slice(0, MOST_SAID).join("\n") + (more > 0 ? `\nand ${more} more` : "");
    const frame = holder.getBoundingClientRect();
    const left = Math.min(event.clientX - frame.left + 14, frame.width - note.offsetWidth - 4);
    note.style.left = `${Math.max(4, left)}px`;
    note.style.top = `${event.clientY - frame.top + 18}px`;
  }

  holder.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch" || event.buttons) return;
    const { x, y, unit } = canvas.at(event);
    const box = boxAt(content.boxes, x, y);
    const found = { box, lines: box ? [] : linesAt(content.lines, x, y, REACH * unit) };
    light(found);
    tell(found, event);
  });
  holder.addEventListener("pointerleave", () => {
    light({ box: null, lines: [] });
    note.hidden = true;
  });
  canvas.onClick((id) => id !== undefined && open(content.boxes[id].href));
}
