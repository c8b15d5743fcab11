// Turns each diagram of a page from a plain picture into one that can be walked, pointed at and zoomed.
// Without this module, without vis-network, or on a narrow screen, the SVG stays, and its boxes are links.

import { openCanvas } from "./diagram_canvas.js";
import { walkWithKeys } from "./diagram_keys.js";
import { followPointer } from "./diagram_pointer.js";

const wide = matchMedia("(min-width: 48rem)");
let library = null;

/** Load vis-network once, from our own address. */
function visNetwork(address) {
  library ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve(globalThis.vis);
    script.onerror = () => reject(new Error(`vis-network did not load from ${address}`));
    document.head.append(script);
  });
  return library;
}

const open = (address) => location.assign(address);

async function enliven(figure) {
  const content = JSON.parse(figure.querySelector("script[type='application/json']").textContent);
  if (!content.nodes.length) return;
  const vis = await visNetwork(figure.dataset.vis);
  const holder = figure.querySelector("[data-diagram-canvas]");
  const plain = figure.querySelector("[data-diagram-plain]");
  const live = figure.querySelector("[data-diagram-live]");
  live.hidden = false;
  const canvas = openCanvas(vis, holder, content);
  plain.hidden = true;
  const said = figure.querySelector("[data-diagram-said]");
  const say = (words) => {
    said.textContent = words;
  };
  walkWithKeys(holder, canvas, content, { say, open, focus: figure.dataset.focus ?? null });
  followPointer(holder, canvas, content, { note: figure.querySelector("[data-diagram-note]"), open });
  for (const button of figure.querySelectorAll("[data-diagram-do]")) {
    button.addEventListener("click", () => canvas[button.dataset.diagramDo]());
  }
  figure.dataset.state = "live";
}

function enlivenAll() {
  if (!wide.matches) return;
  for (const figure of document.querySelectorAll("[data-diagram]:not([data-state])")) {
    figure.dataset.state = "opening";
    enliven(figure).catch((problem) => {
      figure.dataset.state = "plain";
      console.error(problem);
    });
  }
}

wide.addEventListener("change", enlivenAll);
enlivenAll();
