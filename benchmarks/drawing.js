// Draws the page's picture one of two ways and leaves what it took in `window.measured`, in milliseconds.

import { enliven } from "/static/js/diagram_figure.js";

/* global vis -- the page loads vis-network as a plain script */

const HOVERS = 40;
const figure = document.querySelector("figure");
const frame = () => new Promise(requestAnimationFrame);
const pause = (wait) => new Promise((resolve) => {
  setTimeout(resolve, wait);
});

/** Open our picture; give its canvas element and how to point at it. */
async function ours() {
  const nothing = () => false;
  const live = await enliven(figure, { acts: { visit: nothing, select: nothing, unfold: nothing, dismiss: nothing } });
  return { holder: live.holder, event: "pointermove", Event: PointerEvent, target: live.holder, repaint: live.canvas.zoomIn };
}

/** Open vis-network as pyvis's own template does, over the same width, as high as the picture. */
async function plain() {
  const { nodes, edges, options } = JSON.parse(document.querySelector("#plain").textContent);
  const { width, height } = JSON.parse(figure.querySelector("script").textContent);
  await new Promise((resolve) => {
    const script = document.createElement("script");
    script.src = figure.dataset.vis;
    script.onload = resolve;
    document.head.append(script);
  });
  figure.querySelector("[data-diagram-live]").hidden = false;
  const holder = figure.querySelector("[data-diagram-canvas]");
  const scale = Math.max(0.77, Math.min(1, holder.clientWidth / width));
  holder.style.height = `${Math.min(2400, height * scale)}px`;
  const network = new vis.Network(holder, { nodes, edges }, options);
  network.moveTo({ position: { x: width / 2, y: holder.clientHeight / scale / 2 }, scale, animation: false });
  const repaint = () => network.moveTo({ scale: network.getScale() * 1.25, animation: false });
  return { holder, event: "mousemove", Event: MouseEvent, target: holder.querySelector("canvas"), repaint };
}

/** Time what `act` does at once and in the next frame, until its pixels are there. */
async function timed(picture, act) {
  await frame();
  await pause(0);
  let begun = 0;
  requestAnimationFrame(() => {
    begun = performance.now();
  });
  const start = performance.now();
  act();
  const atOnce = performance.now() - start;
  await frame();
  // Reading a pixel makes the browser finish painting.
  picture.holder.querySelector("canvas").getContext("2d").getImageData(0, 0, 1, 1);
  return atOnce + performance.now() - begun;
}

const middle = (times, share) => times.sort((one, two) => one - two)[Math.floor(times.length * share)];

const picture = await (location.search === "?ours" ? ours() : plain());
await frame();
picture.holder.querySelector("canvas").getContext("2d").getImageData(0, 0, 1, 1);
const there = performance.now();

// A reader takes a moment before pointing at anything.
await pause(500);
const hovers = [];
const edge = picture.holder.getBoundingClientRect();
for (let place = 0; place < HOVERS; place += 1) {
  const at = {
    bubbles: true,
    clientX: edge.left + ((place * 137) % edge.width),
    clientY: edge.top + ((place * 89) % Math.min(900, edge.height)),
  };
  hovers.push(await timed(picture, () => picture.target.dispatchEvent(new picture.Event(picture.event, at))));
}
const repaints = [];
for (let time = 0; time < 5; time += 1) repaints.push(await timed(picture, picture.repaint));

window.measured = {
  "from address to a picture that answers": there,
  "pointing, p50": middle([...hovers], 0.5),
  "pointing, p95": middle([...hovers], 0.95),
  "zooming one step": middle(repaints, 0.5),
};
