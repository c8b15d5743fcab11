// Paints a diagram's boxes, lines and chips on a canvas, in the drawing's own units; shapes come as SVG path data.

import { nameMiddle } from "./diagram_geometry.js";

const FAINT = 0.18;
const LIT_WIDER = 0.8;
const WAY_WIDER = 2;
const PROPOSED = 0.55;

/** Make a painter of one document; `colours` are those of the theme in force. */
export function painter(content, colours) {
  const paths = new Map();
  const shape = (data) => {
    if (!paths.has(data)) paths.set(data, new Path2D(data));
    return paths.get(data);
  };
  const lineOf = new Map(content.lines.map((line) => [line.id, line]));
  const trunks = content.trunks.map((trunk) => ({
    ...trunk,
    path: trunk.lines.map((id) => lineOf.get(id).path).join(""),
    ends: [...new Set(trunk.lines.map((id) => lineOf.get(id).end))].join(""),
  }));

  const isFaint = (lit, owner) =>
    lit && !lit.lines.has(owner) && !lit.boxes.has(owner) && !lit.way?.has(owner);

  function stroke(context, trunk, path, ends, wider) {
    context.strokeStyle = colours.lines[trunk.style];
    context.fillStyle = context.strokeStyle;
    context.lineWidth = trunk.width + wider;
    context.setLineDash(trunk.dashes ?? []);
    context.lineCap = "butt";
    context.stroke(shape(path));
    context.setLineDash([]);
    if (!ends) return;
    context.lineWidth = trunk.filled ? 1 : trunk.width;
    if (trunk.filled) context.fill(shape(ends));
    context.stroke(shape(ends));
  }

  /** Paint again, in full colour and `wider`, those lines of each trunk that `ids` names. */
  function brighten(context, ids, wider) {
    context.globalAlpha = 1;
    for (const trunk of trunks) {
      const bright = trunk.lines.filter((id) => ids.has(id)).map((id) => lineOf.get(id));
      if (!bright.length) continue;
      const ends = [...new Set(bright.map((line) => line.end))].join("");
      stroke(context, trunk, bright.map((line) => line.path).join(""), ends, wider);
    }
  }

  /** Paint what lies under the lines: the stripes of columns with their names, and what stands behind piled boxes. */
  function paintGround(context, lit) {
    context.textAlign = "center";
    context.textBaseline = "alphabetic";
    context.font = `bold ${content.size}px ${content.font}`;
    for (const column of content.columns) {
      context.fillStyle = colours.stripe;
      if (column.filled) context.fillRect(column.x, column.y, column.width, column.height);
      context.fillStyle = colours.muted;
      column.lines.forEach((line, place) => {
        context.fillText(line, column.middle, column.y + (place + 1) * content.lineHeight);
      });
    }
    for (const [id, box] of Object.entries(content.boxes)) {
      context.globalAlpha = lit && !lit.boxes.has(id) ? FAINT : 1;
      const [fill, outline] = colours.boxes[box.style];
      context.fillStyle = fill;
      context.strokeStyle = outline;
      context.lineWidth = Math.min(box.stroke, 1);
      for (const path of box.behind ?? []) {
        context.fill(shape(path));
        context.stroke(shape(path));
      }
    }
  }

  return {
    /**
     * Paint what lies under the boxes. `lit` is null, or {boxes, lines, way}: three sets of ids; what is in none of
     * them is faint, what is on the way (which may be missing) is thicker.
     */
    lines(context, lit) {
      context.save();
      context.lineJoin = "round";
      paintGround(context, lit);
      for (const trunk of trunks) {
        context.globalAlpha = (lit ? FAINT : 1) * (trunk.proposed ? PROPOSED : 1);
        stroke(context, trunk, trunk.path, trunk.ends, 0);
      }
      if (lit) brighten(context, lit.lines, LIT_WIDER);
      if (lit?.way) brighten(context, lit.way, WAY_WIDER);
      context.restore();
    },

    /** Paint a box with its name, that of a long bar within what is `seen`. */
    box(context, id, lit, seen) {
      const box = content.boxes[id];
      const [fill, outline, words] = colours.boxes[box.style];
      context.save();
      context.globalAlpha = lit && !lit.boxes.has(id) ? FAINT : 1;
      context.fillStyle = fill;
      context.fill(shape(box.path));
      context.strokeStyle = outline;
      context.lineWidth = box.stroke;
      context.setLineDash(box.dashes ?? []);
      context.stroke(shape(box.edge || box.path));
      context.fillStyle = words;
      context.font = `${box.bold ? "bold " : ""}${content.size}px ${content.font}`;
      context.textAlign = "center";
      context.textBaseline = "alphabetic";
      const first = (box.nameY ?? box.y) - ((box.lines.length - 1) * content.lineHeight) / 2 + content.size * 0.35;
      const half = box.nameAt?.length ? Math.max(...box.lines.map((line) => context.measureText(line).width)) / 2 + 6 : 0;
      const middle = nameMiddle(box, seen, half);
      box.lines.forEach((line, place) => context.fillText(line, middle, first + place * content.lineHeight));
      for (const row of box.rows ?? []) {
        if (box.plainRows) paintGroundOf(context, row);
        paintRow(context, row, outline, box.plainRows ? colours.text : words);
      }
      context.restore();
    },

    /** Paint what lies over the boxes: chips, numbers, and the ring round the box in focus. */
    over(context, lit, focused) {
      context.save();
      context.textBaseline = "alphabetic";
      context.font = `${content.small}px ${content.font}`;
      for (const chip of content.chips) {
        context.globalAlpha = isFaint(lit, chip.owner) ? FAINT : 1;
        paintChip(context, chip);
      }
      for (const [id, box] of Object.entries(content.boxes)) {
        context.globalAlpha = lit && !lit.boxes.has(id) ? FAINT : 1;
        if (box.mark) paintMark(context, box.mark);
        for (const badge of box.badges ?? []) paintBadge(context, badge);
        if (box.toggle) paintToggle(context, box.toggle);
      }
      for (const mark of content.marks ?? []) {
        context.globalAlpha = isFaint(lit, mark.owner) ? FAINT : 1;
        paintBadge(context, mark.badge);
      }
      for (const label of content.labels) {
        const bright = !lit || label.heading || lit.lines.has(label.owner) || lit.way?.has(label.owner);
        context.globalAlpha = bright ? 1 : FAINT;
        paintLabel(context, label);
      }
      context.globalAlpha = 1;
      if (focused) {
        context.strokeStyle = colours.lines.seat;
        context.lineWidth = 3;
        context.stroke(shape(content.boxes[focused].ring));
      }
      context.restore();
    },
  };

  /** Paint the page under a row: on a dark body its chip and headings would not stand out. */
  function paintGroundOf(context, row) {
    context.fillStyle = colours.page;
    context.fillRect(row.x, row.y, row.width, row.height);
  }

  /** Paint a row of a board that is open: the line over it, its words, its chip. */
  function paintRow(context, row, outline, ink) {
    context.strokeStyle = outline;
    context.lineWidth = 0.5;
    context.setLineDash([]);
    context.beginPath();
    context.moveTo(row.x, row.y);
    context.lineTo(row.x + row.width, row.y);
    context.stroke();
    context.textAlign = "left";
    for (const [text, x, y, look] of row.words) {
      context.font = `${look === "who" ? "" : "bold "}${content.size}px ${content.font}`;
      context.fillStyle = look === "section" ? colours.muted : ink;
      context.fillText(text, x, y);
    }
    if (!row.chip) return;
    context.font = `${content.small}px ${content.font}`;
    paintChip(context, row.chip);
  }

  function paintChip(context, chip) {
    context.strokeStyle = colours.lines.seat;
    context.fillStyle = chip.filled ? colours.lines.seat : colours.page;
    context.lineWidth = 1.4;
    context.fill(shape(chip.path));
    context.setLineDash(chip.dashes ?? []);
    context.stroke(shape(chip.path));
    context.setLineDash([]);
    context.fillStyle = colours.lines.seat;
    if (chip.dot) context.fill(shape(chip.dot));
    context.strokeStyle = colours.text;
    if (chip.cross) context.stroke(shape(chip.cross));
    context.fillStyle = colours.text;
    context.textAlign = "left";
    if (chip.number) context.fillText(chip.number, chip.x, chip.y + 3.8);
  }

  /** Paint the second outline of a body that differs between two days. */
  function paintMark(context, [path, dashes]) {
    context.strokeStyle = colours.text;
    context.lineWidth = 1.2;
    context.setLineDash(dashes);
    context.stroke(shape(path));
    context.setLineDash([]);
  }

  /** Paint the sign that opens or closes a board. */
  function paintToggle(context, { x, y, size, path }) {
    context.beginPath();
    context.roundRect(x, y, size, size, 3);
    context.fillStyle = colours.page;
    context.fill();
    context.strokeStyle = colours.text;
    context.lineWidth = 0.8;
    context.stroke();
    context.fillStyle = colours.text;
    context.fill(shape(path));
  }

  function paintBadge(context, [words, x, y, width, height, baseline]) {
    context.beginPath();
    context.roundRect(x, y, width, height, height / 2);
    context.fillStyle = colours.page;
    context.fill();
    context.strokeStyle = colours.text;
    context.lineWidth = 0.8;
    context.stroke();
    context.fillStyle = colours.text;
    context.textAlign = "center";
    context.fillText(words, x + width / 2, baseline);
  }

  function paintLabel(context, label) {
    const size = label.heading ? content.size : content.label;
    context.font = `${label.heading ? "bold " : ""}${size}px ${content.font}`;
    context.fillStyle = label.heading ? colours.muted : colours.text;
    context.textAlign = label.align;
    label.lines.forEach((line, place) => context.fillText(line, label.x, label.y + place * size * 1.15));
  }
}
