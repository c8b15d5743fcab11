// Turns one figure from a plain picture into one that can be walked, pointed at and zoomed, and back again.

import { openCanvas } from "./diagram_canvas.js";
import { moveByHand } from "./diagram_gestures.js";
import { walkWithKeys } from "./diagram_keys.js";
import { lightFrom } from "./diagram_legend.js";
import { lighting, litAround, litFound } from "./diagram_light.js";
import { followPointer } from "./diagram_pointer.js";
import { fullScreen } from "./diagram_screen.js";

let library = null;

/** Load vis-network once, from our own address. */
function visNetwork(address) {
  library ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve(globalThis.vis);
    script.onerror = () => {
      library = null;
      reject(new Error(`vis-network did not load from ${address}`));
    };
    document.head.append(script);
  });
  return library;
}

/** Give what a figure's document says, or null for a figure without one. */
export function contentOf(figure) {
  const written = figure.querySelector("script[type='application/json']");
  return written ? JSON.parse(written.textContent) : null;
}

/**
 * Make a figure live. `acts` say what choosing a body does: select, visit, unfold, dismiss (which tells whether there
 * was anything to dismiss). `frame` is what fills the screen; `own` stands in for vis-network, which is then not loaded.
 * Gives null when there is nothing to draw.
 */
export async function enliven(figure, { acts, frame = figure, signal, own = null }) {
  const content = contentOf(figure);
  if (!content?.nodes.length) return null;
  const vis = own ?? (await visNetwork(figure.dataset.vis));
  if (signal?.aborted) return null;
  const part = (name) => figure.querySelector(`[data-diagram-${name}]`);
  const holder = part("canvas");
  part("live").hidden = false;
  const focus = figure.dataset.focus ?? null;
  const canvas = openCanvas(vis, holder, content, { focus });
  // Whoever has come to the plain picture by keyboard goes on from the live one.
  const takesFocus = part("plain").contains(document.activeElement);
  part("plain").hidden = true;

  const ended = new AbortController();
  const buttons = [...figure.querySelectorAll("[data-diagram-do]")];
  const screen = fullScreen(frame, holder, canvas, {
    buttons: buttons.filter((button) => button.dataset.diagramDo === "fullScreen"),
    ended: ended.signal,
  });
  const does = { fit: canvas.fit, zoomIn: canvas.zoomIn, zoomOut: canvas.zoomOut, fullScreen: screen.toggle };
  for (const button of buttons) {
    button.addEventListener("click", () => does[button.dataset.diagramDo]?.(), { signal: ended.signal });
  }
  const lights = lighting(canvas);
  const plainLegend = lightFrom(figure.querySelector(".diagram__legend"), content, lights);
  const say = (words) => {
    part("said").textContent = words;
  };
  const letters = () => figure.dataset.letters !== "off";
  const walk = walkWithKeys(holder, canvas, content, lights, {
    say,
    focus,
    letters,
    acts: { ...acts, fullScreen: screen.toggle },
  });
  followPointer(holder, canvas, content, lights, { note: part("note"), acts });
  moveByHand(holder, canvas, { isFilling: screen.isFilling });
  // One finger scrolls the page, two are ours, and there is one tab stop: vis-network would have it otherwise.
  for (const element of holder.querySelectorAll("*")) {
    element.style.touchAction = "inherit";
    element.removeAttribute("tabindex");
  }
  if (takesFocus) holder.focus({ preventScroll: true });
  figure.dataset.state = "live";

  return {
    content,
    canvas,
    holder,
    /** Light the bodies that a search found, with a ring round the one it is at; an empty list puts them out. */
    find(ids, at = null) {
      lights.set("found", ids.length ? litFound(ids) : null, at);
      if (at) {
        walk.moveTo(at);
        canvas.bringIntoView(at);
      }
    },
    /** Keep a body lit while its panel is open; null for none. */
    select(id) {
      const box = id && content.boxes[id];
      lights.set("selected", box ? litAround(content, id) : null, box ? id : null);
      if (box) walk.moveTo(id);
    },
    /** Give the picture back to the SVG. */
    close() {
      ended.abort();
      plainLegend();
      canvas.close();
      part("live").hidden = true;
      part("plain").hidden = false;
      delete figure.dataset.state;
    },
  };
}
