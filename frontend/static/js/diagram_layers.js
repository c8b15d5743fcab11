// Paints a diagram in layers, so that lighting a body costs a copy of a picture and a few strokes, not a thousand boxes.

import { painter } from "./diagram_paint.js";

const FAINT = 0.18;
const EMPTY = { boxes: {}, lines: [], trunks: [], chips: [], columns: [], labels: [] };

/** Make the layers of one document for one theme; `paint` puts them on a canvas that is already moved and scaled. */
export function layersOf(content, colours) {
  const ground = painter({ ...content, ...EMPTY, columns: content.columns ?? [] }, colours);
  const rest = { ...content, columns: [] };
  const whole = painter(rest, colours);
  const faded = document.createElement("canvas");
  let fadedAt = "";
  let latest = null;
  let bright = { lit: undefined };

  /** Paint everything, as it is when nothing is lit, leaving out the boxes beyond the edges. */
  function paintAll(context, seen) {
    whole.lines(context, null);
    for (const id in rest.boxes) if (isSeen(rest.boxes[id], seen)) whole.box(context, id, null, seen);
    whole.over(context, null, null);
  }

  /** Keep a picture of everything for as long as nothing moves: `moved` is how the canvas is moved and scaled. */
  function keep({ moved, width, height, seen }) {
    const at = [moved.a, moved.e, moved.f, width, height].join(" ");
    if (at === fadedAt) return;
    fadedAt = at;
    [faded.width, faded.height] = [width, height];
    const copy = faded.getContext("2d");
    copy.setTransform(moved);
    paintAll(copy, seen);
  }

  function paintLit(context, lit, seen) {
    if (bright.lit !== lit) {
      const part = partOf(rest, lit);
      bright = { lit, part, painter: painter(part, colours) };
    }
    bright.painter.lines(context, lit);
    for (const id in bright.part.boxes) bright.painter.box(context, id, null, seen);
    bright.painter.over(context, null, null);
  }

  return {
    /** Paint the diagram; `seen` is the part in view: {left, top, right, bottom} in drawing units. */
    paint(context, seen, lit) {
      const { width, height } = context.canvas;
      latest = { moved: context.getTransform(), width, height, seen };
      ground.lines(context, null);
      if (!lit) {
        paintAll(context, seen);
        return;
      }
      keep(latest);
      context.save();
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.globalAlpha = FAINT;
      context.drawImage(faded, 0, 0);
      context.restore();
      paintLit(context, lit, seen);
    },

    /** Get ready, while there is time, for the first body to be lit. */
    prepare() {
      if (latest) keep(latest);
    },

    /** Paint the ring round a box. */
    ring(context, id) {
      const box = content.boxes[id];
      context.save();
      context.lineJoin = "round";
      // A broad stroke in the page's colour under it: the ring shows on whatever the box lies on.
      for (const [colour, width] of [[colours.page, 6], [colours.lines.seat, 3]]) {
        context.strokeStyle = colour;
        context.lineWidth = width;
        context.stroke(new Path2D(box.ring));
      }
      context.restore();
    },
  };
}

/** Give the part of a document that is lit: a small document of its own. */
function partOf(content, lit) {
  const lines = content.lines.filter((line) => lit.lines.has(line.id) || lit.way.has(line.id));
  const bright = new Set(lines.map((line) => line.id));
  const boxes = {};
  for (const id of lit.boxes) if (content.boxes[id]) boxes[id] = content.boxes[id];
  return {
    ...content,
    boxes,
    lines,
    trunks: content.trunks
      .map((trunk) => ({ ...trunk, lines: trunk.lines.filter((id) => bright.has(id)) }))
      .filter((trunk) => trunk.lines.length),
    chips: content.chips.filter((chip) => bright.has(chip.owner) || chip.owner in boxes),
    labels: (content.labels ?? []).filter((label) => label.heading || bright.has(label.owner)),
  };
}

function isSeen(box, seen) {
  return (
    box.x + box.width / 2 + 12 >= seen.left &&
    box.x - box.width / 2 - 12 <= seen.right &&
    box.y + box.height / 2 + 12 >= seen.top &&
    box.y - box.height / 2 - 12 <= seen.bottom
  );
}
