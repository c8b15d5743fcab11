// Puts another picture and list where the old ones stand, without moving the page or losing the reader's place.

import { nodesOf, replaceKeepingOpen } from "./explorer_answers.js";
import { contentOf } from "./diagram_figure.js";
import { keepLive } from "./diagram_live.js";

/** Keep what is in `slot`: its figure is live while it may be. `acts` are those of the figure, `changed` hears of it. */
export function pictureIn(root, slot, list, { acts, changed }) {
  let element = null;
  let content = null;
  let keeper = null;

  function adopt({ asked = false } = {}) {
    element = slot.querySelector("[data-diagram]");
    content = element ? contentOf(element) : null;
    keeper = element ? keepLive(element, { acts, frame: root, changed }) : null;
    if (asked) keeper?.ask();
    return keeper?.ready;
  }

  adopt();
  return {
    get: () => ({ element, content, live: keeper?.live ?? null }),
    home: () => keeper?.live?.holder ?? slot.querySelector("a, button"),

    /** Show other parts; the focus goes to what stands in the place of what had it. */
    async show({ figure, list: words }) {
      const held = placeOf(document.activeElement, slot, element);
      const { scrollX, scrollY } = window;
      const asked = keeper?.asked;
      slot.style.minHeight = `${slot.offsetHeight}px`;
      keeper?.close();
      slot.replaceChildren(nodesOf(figure));
      if (list && words !== undefined) replaceKeepingOpen(list, nodesOf(words).childNodes);
      await adopt({ asked });
      slot.style.minHeight = "";
      scrollTo({ left: scrollX, top: scrollY, behavior: "instant" });
      if (held) slot.querySelector(held)?.focus({ preventScroll: true });
    },
  };
}

/** Give a selector of what has the focus, if it is in the picture. */
function placeOf(active, slot, figure) {
  if (!slot.contains(active)) return null;
  if (active.matches("[data-diagram-canvas]")) return "[data-diagram-canvas]";
  const button = active.closest("[data-diagram-do]");
  if (button) return `[data-diagram-do="${button.dataset.diagramDo}"]`;
  return figure?.contains(active) && figure.dataset.state === "live" ? "[data-diagram-canvas]" : "a[href]";
}
