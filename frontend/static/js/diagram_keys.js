// Walks a diagram with the keyboard. One tab stop: the arrows walk, letters jump, Enter opens (with Shift what is
// folded into a body), Space selects.

import { litAround } from "./diagram_light.js";
import { firstBox, lastBox, startAt, walked } from "./diagram_walk.js";
import { jumpTo, walkOf } from "./diagram_words.js";

const PAUSE = 1000; // milliseconds after which letters begin a new name

/**
 * Let the keyboard steer a diagram while `holder` has focus. `acts` are what the keys do: visit, select, unfold,
 * dismiss, fullScreen; `say` is told where one is. Gives a way for others to move the walk.
 */
export function walkWithKeys(holder, canvas, content, lights, { say, focus, acts, letters }) {
  let place = startAt(null);
  let typed = "";
  let typedAt = 0;

  function goTo(next, { quietly = false } = {}) {
    place = next;
    const box = content.boxes[place.at];
    lights.set("keys", box ? litAround(content, place.at) : null, box ? place.at : null);
    if (!box) return;
    canvas.bringIntoView(place.at);
    const line = content.lines.find(({ id }) => id === place.line);
    if (!quietly) say([walkOf(box), line?.said].filter(Boolean).map(sentence).join(" "));
  }

  function first() {
    return startAt(firstBox(content.boxes, focus));
  }

  const actions = {
    Enter: ({ shiftKey }) => place.at && open(content.boxes[place.at], shiftKey),
    " ": () => place.at && acts.select(place.at, { byKey: true }),
    Escape: () => acts.dismiss() || goTo(startAt(null)) || say(""),
    Home: () => goTo(startAt(firstBox(content.boxes))),
    End: () => goTo(startAt(lastBox(content.boxes))),
    "+": canvas.zoomIn,
    "=": canvas.zoomIn,
    "-": canvas.zoomOut,
    0: canvas.fit,
    f: acts.fullScreen,
  };

  /** Open a body's page; with Shift what is folded into it, else who sits on it. */
  function open(box, shiftKey) {
    if (shiftKey && box.hides) acts.unfold(place.at);
    else if (shiftKey && box.toggle) acts.toggle(box.toggle.href);
    else acts.visit(place.at);
  }

  function isTyping(event) {
    return typed !== "" && event.timeStamp - typedAt < PAUSE;
  }

  /** Jump by name. A small f alone is for the full screen; a capital begins a name. */
  function type(event) {
    typed = isTyping(event) ? typed + event.key : event.key;
    typedAt = event.timeStamp;
    const found = jumpTo(content.boxes, place.at, typed);
    if (found) goTo(startAt(found));
    else say(`No body here begins with “${typed}”.`);
  }

  holder.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const isLetter = /^[\p{L}\p{N}]$/u.test(event.key) || (event.key === " " && isTyping(event));
    if (event.key.startsWith("Arrow")) goTo(place.at ? walked(content, place, event.key) : first());
    else if (event.key in actions && !(isLetter && isTyping(event) && letters())) actions[event.key](event);
    else if (isLetter && letters()) type(event);
    else return;
    event.preventDefault();
  });
  holder.addEventListener("focus", () => {
    if (holder.matches(":focus-visible")) goTo(place.at ? place : first());
  });
  holder.addEventListener("blur", () => lights.set("keys", null));

  return {
    /** Begin the walk at a box the next time the diagram has focus, or at once if it has it. */
    moveTo(id) {
      place = startAt(id);
      if (document.activeElement === holder) goTo(place, { quietly: true });
    },
    at: () => place.at,
  };
}

/** End a sentence with one full stop. */
function sentence(words) {
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}
