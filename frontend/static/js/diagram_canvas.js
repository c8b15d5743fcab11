// A diagram on vis-network's canvas: positions are given, physics is off, lines and boxes are painted by us.

import { fitting } from "./diagram_geometry.js";
import { layersOf } from "./diagram_layers.js";

const LEAST_SCALE = 0.77; // 13 units are then 10 pixels
const MOST_SCALE = 1.23; // and here 16: a small picture fills more of its frame
const ZOOMS = [0.25, 4];
const MOST_HEIGHT = 2400;
const MOST_OF_NARROW = 0.7; // of a narrow window, so that a thumb still finds page to scroll
const ZOOM = 1.25;
const REST = 120; // milliseconds without a movement after which there is time to prepare
const OURS = { dragView: false, dragNodes: false, zoomView: false, hover: false, selectable: false, keyboard: false };

/** Draw `content` into `holder`; `vis` is vis-network. Gives what the keyboard and pointer modules steer by. */
export function openCanvas(vis, holder, content, { focus = null } = {}) {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const themed = () => layersOf(content, content.colours[dark.matches ? "dark" : "light"]);
  const ended = new AbortController();
  let layers = themed();
  let shown = { lit: null, ringed: null };
  let waiting = 0;
  let resting = 0;
  let filling = false;
  let isMoved = false; // by the reader: then a change of width leaves scale and place alone

  holder.style.height = `${Math.ceil(content.height)}px`;
  const network = new vis.Network(
    holder,
    { nodes: content.nodes.map(unpainted), edges: content.edges },
    { ...content.options, interaction: { ...content.options.interaction, ...OURS } },
  );
  network.on("beforeDrawing", (context) => {
    const from = network.DOMtoCanvas({ x: 0, y: 0 });
    const to = network.DOMtoCanvas({ x: holder.clientWidth, y: holder.clientHeight });
    layers.paint(context, { left: from.x, top: from.y, right: to.x, bottom: to.y }, shown.lit);
    if (shown.ringed) layers.ring(context, shown.ringed);
    clearTimeout(resting);
    resting = setTimeout(() => layers.prepare(), REST);
  });

  /** vis-network knows where a box is and what its lines join; it is we who paint it. */
  function unpainted(node) {
    const { width, height } = content.boxes[node.id];
    const drawn = { drawNode() {}, nodeDimensions: { width, height } };
    return { ...node, label: undefined, ctxRenderer: () => drawn };
  }

  /** Paint once, in the next frame, however often it is asked for. */
  function repaint() {
    if (ended.signal.aborted) return; // whoever loses the focus of a picture that goes asks for one more
    waiting ||= requestAnimationFrame(() => {
      waiting = 0;
      network.redraw();
    });
  }

  function fit() {
    const [wide, high] = [holder.clientWidth, filling ? holder.clientHeight : Infinity];
    const asked = content.scale ?? 1; // large type asks for more than life size
    let scale = fitting(content.width, wide, LEAST_SCALE * asked, Math.max(asked, MOST_SCALE));
    if (filling) scale = Math.max(ZOOMS[0], Math.min(1.6, wide / content.width, high / content.height));
    const room = innerWidth < 768 ? innerHeight * MOST_OF_NARROW : MOST_HEIGHT;
    const height = filling ? high : Math.min(room, Math.ceil(content.height * scale));
    if (!filling) holder.style.height = `${height}px`;
    network.setSize("100%", `${height}px`);
    const start = content.boxes[focus] ?? { x: content.width / 2, y: 0 };
    moveTo({ x: start.x, y: filling ? content.height / 2 : start.y }, scale);
    isMoved = false;
  }

  /** Take another width: a picture that nobody has moved fits it again. */
  function widen() {
    const [position, scale] = [network.getViewPosition(), network.getScale()];
    const wasMoved = isMoved;
    fit();
    if (wasMoved) moveTo(position, scale);
    isMoved = wasMoved;
  }

  /** Move so that a point is in the middle, or as near to it as leaves no room unused beside the picture. */
  function moveTo({ x, y }, scale = network.getScale(), animation = false) {
    const position = {
      x: kept(x, content.width, holder.clientWidth / scale),
      y: kept(y, content.height, holder.clientHeight / scale),
    };
    network.moveTo({ position, scale, animation: still.matches ? false : animation });
  }

  /** Zoom by a factor; the drawing under `point` (pixels in the holder, else the middle) stays where it is. */
  function zoomAt(factor, point = { x: holder.clientWidth / 2, y: holder.clientHeight / 2 }) {
    const scale = Math.max(ZOOMS[0], Math.min(ZOOMS[1], network.getScale() * factor));
    isMoved = true;
    const under = network.DOMtoCanvas(point);
    const x = under.x - (point.x - holder.clientWidth / 2) / scale;
    const y = under.y - (point.y - holder.clientHeight / 2) / scale;
    moveTo({ x, y }, scale);
  }

  /** Move the picture by pixels; tells whether there was anywhere to move to. */
  function panBy(right, down) {
    const { x, y } = network.getViewPosition();
    const scale = network.getScale();
    isMoved = true;
    moveTo({ x: x - right / scale, y: y - down / scale });
    const now = network.getViewPosition();
    return Math.hypot(now.x - x, now.y - y) > 0.01;
  }

  function bringIntoView(id) {
    const { x, y } = content.boxes[id];
    const point = network.canvasToDOM({ x, y });
    const seen = within(point.x, holder.clientWidth) && within(point.y, holder.clientHeight);
    if (!seen) moveTo({ x, y }, undefined, { duration: 200 });
    // The canvas may be taller than the window: what is in focus must be in both.
    const inWindow = holder.getBoundingClientRect().top + (seen ? point.y : holder.clientHeight / 2);
    if (!filling && !within(inWindow, innerHeight, 60)) {
      scrollBy({ top: inWindow - innerHeight / 2, behavior: still.matches ? "auto" : "smooth" });
    }
  }

  function theme() {
    layers = themed();
    repaint();
  }
  dark.addEventListener("change", theme, { signal: ended.signal });
  let width = holder.clientWidth;
  const watching = new ResizeObserver(() => {
    if (holder.clientWidth === width || holder.clientWidth === 0) return;
    width = holder.clientWidth;
    widen();
  });
  watching.observe(holder);
  fit();

  return {
    fit,
    panBy,
    zoomAt,
    bringIntoView,
    zoomIn: () => zoomAt(ZOOM),
    zoomOut: () => zoomAt(1 / ZOOM),
    scale: () => network.getScale(),
    /** Light what `lit` names ({boxes, lines, way}) and ring the box `ringed`; null for neither. */
    show(lit, ringed) {
      if (shown.lit === lit && shown.ringed === ringed) return;
      shown = { lit, ringed };
      repaint();
    },
    /** Fill a height given in pixels (full screen), or with null as much of the page as the picture needs. */
    fill(height) {
      filling = height !== null;
      if (filling) holder.style.height = `${height}px`;
      fit();
    },
    /** Give a point of the page's event in drawing units, and how many units a pixel is. */
    at(event) {
      const frame = holder.getBoundingClientRect();
      const point = network.DOMtoCanvas({ x: event.clientX - frame.left, y: event.clientY - frame.top });
      return { ...point, unit: 1 / network.getScale() };
    },
    /** Give where a box's middle is, in pixels of the holder. */
    placeOf: (id) => network.canvasToDOM({ x: content.boxes[id].x, y: content.boxes[id].y }),
    close() {
      ended.abort();
      watching.disconnect();
      cancelAnimationFrame(waiting);
      clearTimeout(resting);
      network.destroy();
    },
  };
}

/** Keep the middle of a view of size `seen` on a drawing of size `whole`; a drawing that fits stands in the middle. */
function kept(middle, whole, seen) {
  if (seen >= whole) return whole / 2;
  return Math.max(seen / 2, Math.min(whole - seen / 2, middle));
}

/** Whether a place lies in a span from 0 to `size`, not too near its edges. */
function within(place, size, edge = 16) {
  return place >= edge && place <= size - edge;
}
