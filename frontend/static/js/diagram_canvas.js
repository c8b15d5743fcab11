// A diagram on vis-network's canvas: positions are given, physics is off, lines and boxes are painted by us.

import { fitting } from "./diagram_geometry.js";
import { painter } from "./diagram_paint.js";

const LEAST_SCALE = 0.77; // 13 units are then 10 pixels
const MOST_HEIGHT = 2400;
const ZOOM = 1.25;

/** Draw `content` into `holder`; `vis` is vis-network. Gives what the keyboard and pointer modules steer by. */
export function openCanvas(vis, holder, content) {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const themed = () => painter(content, content.colours[dark.matches ? "dark" : "light"]);
  let paint = themed();
  const state = { lit: null, focused: null };

  const nodes = content.nodes.map((node) => ({
    ...node,
    label: undefined,
    ctxRenderer: ({ ctx, id }) => ({
      drawNode: () => paint.box(ctx, id, state.lit),
      nodeDimensions: { width: content.boxes[id].width, height: content.boxes[id].height },
    }),
  }));
  holder.style.height = `${Math.ceil(content.height)}px`;
  const network = new vis.Network(holder, { nodes, edges: content.edges }, content.options);
  network.on("beforeDrawing", (context) => paint.lines(context, state.lit));
  network.on("afterDrawing", (context) => paint.over(context, state.lit, state.focused));

  function scaleToFit() {
    return fitting(content.width, holder.clientWidth, LEAST_SCALE);
  }

  function fit() {
    const scale = scaleToFit();
    const height = Math.min(MOST_HEIGHT, Math.ceil(content.height * scale));
    holder.style.height = `${height}px`;
    network.setSize("100%", `${height}px`);
    network.redraw();
    const y = Math.min(content.height, height / scale) / 2;
    network.moveTo({ position: { x: content.width / 2, y }, scale, animation: false });
  }

  function zoom(factor) {
    const scale = Math.max(0.2, Math.min(4, network.getScale() * factor));
    network.moveTo({ scale, animation: still.matches ? false : { duration: 150 } });
  }

  function bringIntoView(id) {
    const { x, y } = content.boxes[id];
    const point = network.canvasToDOM({ x, y });
    const seen = within(point.x, holder.clientWidth) && within(point.y, holder.clientHeight);
    if (!seen) network.moveTo({ position: { x, y }, animation: still.matches ? false : { duration: 200 } });
    scrollPageTo(seen ? point.y : holder.clientHeight / 2);
  }

  /** The canvas may be taller than the window: what is in focus must be in both. */
  function scrollPageTo(y) {
    const inWindow = holder.getBoundingClientRect().top + y;
    if (!within(inWindow, innerHeight, 60)) {
      scrollBy({ top: inWindow - innerHeight / 2, behavior: still.matches ? "auto" : "smooth" });
    }
  }

  dark.addEventListener("change", () => {
    paint = themed();
    network.redraw();
  });
  let width = holder.clientWidth;
  new ResizeObserver(() => {
    if (holder.clientWidth !== width && holder.clientWidth > 0) {
      width = holder.clientWidth;
      fit();
    }
  }).observe(holder);
  fit();

  return {
    fit,
    zoomIn: () => zoom(ZOOM),
    zoomOut: () => zoom(1 / ZOOM),
    bringIntoView,
    /** Light what `lit` names and ring the box `focused`; null for neither. */
    show(lit, focused) {
      state.lit = lit;
      state.focused = focused;
      network.redraw();
    },
    /** Give a point of the page's event in drawing units, and how many units a pixel is. */
    at(event) {
      const frame = holder.getBoundingClientRect();
      const point = network.DOMtoCanvas({ x: event.clientX - frame.left, y: event.clientY - frame.top });
      return { ...point, unit: 1 / network.getScale() };
    },
    onClick: (act) => network.on("click", (found) => act(found.event.center ? found.nodes[0] : undefined)),
  };
}

/** Whether a place lies in a span from 0 to `size`, not too near its edges. */
function within(place, size, edge = 16) {
  return place >= edge && place <= size - edge;
}
