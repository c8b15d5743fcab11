// Paints a diagram's boxes, lines and chips on a canvas, in the drawing's own units; shapes come as SVG path data.

const FAINT = 0.18;
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

  function stroke(context, trunk, path, ends, wider) {
    context.strokeStyle = colours.lines[trunk.style];
    context.fillStyle = context.strokeStyle;
    context.lineWidth = trunk.width + wider;
    context.setLineDash(trunk.dashes);
    context.lineCap = "butt";
    context.stroke(shape(path));
    context.setLineDash([]);
    if (!ends) return;
    context.lineWidth = trunk.filled ? 1 : trunk.width;
    if (trunk.filled) context.fill(shape(ends));
    context.stroke(shape(ends));
  }

  return {
    /** Paint the page and every line; what is not `lit` is faint. */
    lines(context, lit) {
      context.save();
      context.lineJoin = "round";
      for (const trunk of trunks) {
        context.globalAlpha = (lit ? FAINT : 1) * (trunk.proposed ? PROPOSED : 1);
        stroke(context, trunk, trunk.path, trunk.ends, 0);
      }
      for (const trunk of lit ? trunks : []) {
        context.globalAlpha = 1;
        const bright = trunk.lines.filter((id) => lit.lines.has(id)).map((id) => lineOf.get(id));
        if (bright.length) {
          const ends = [...new Set(bright.map((line) => line.end))].join("");
          stroke(context, trunk, bright.map((line) => line.path).join(""), ends, 0.8);
        }
      }
      context.restore();
    },

    /** Paint a box with its name. */
    box(context, id, lit) {
      const box = content.boxes[id];
      const [fill, outline, words] = colours.boxes[box.style];
      context.save();
      context.globalAlpha = lit && !lit.boxes.has(id) ? FAINT : 1;
      context.fillStyle = fill;
      context.fill(shape(box.path));
      context.strokeStyle = outline;
      context.lineWidth = box.stroke;
      context.setLineDash(box.dashes);
      context.stroke(shape(box.path));
      context.fillStyle = words;
      context.font = `${box.bold ? "bold " : ""}${content.size}px ${content.font}`;
      context.textAlign = "center";
      context.textBaseline = "alphabetic";
      const first = box.y - ((box.lines.length - 1) * content.lineHeight) / 2 + content.size * 0.35;
      box.lines.forEach((line, place) => context.fillText(line, box.x, first + place * content.lineHeight));
      context.restore();
    },

    /** Paint what lies over the boxes: chips, numbers, and the ring round the box in focus. */
    over(context, lit, focused) {
      context.save();
      context.textBaseline = "alphabetic";
      context.font = `${content.small}px ${content.font}`;
      for (const chip of content.chips) {
        context.globalAlpha = lit && !lit.lines.has(chip.owner) && !lit.boxes.has(chip.owner) ? FAINT : 1;
        paintChip(context, chip);
      }
      for (const [id, box] of Object.entries(content.boxes)) {
        if (!box.badge) continue;
        context.globalAlpha = lit && !lit.boxes.has(id) ? FAINT : 1;
        paintBadge(context, box.badge);
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

  function paintChip(context, chip) {
    context.strokeStyle = colours.lines.seat;
    context.fillStyle = chip.filled ? colours.lines.seat : colours.page;
    context.lineWidth = 1.4;
    context.fill(shape(chip.path));
    context.stroke(shape(chip.path));
    context.fillStyle = colours.lines.seat;
    if (chip.dot) context.fill(shape(chip.dot));
    context.strokeStyle = colours.text;
    if (chip.cross) context.stroke(shape(chip.cross));
    context.fillStyle = colours.text;
    context.textAlign = "left";
    if (chip.number) context.fillText(chip.number, chip.x, chip.y + 3.8);
  }

  function paintBadge(context, [number, x, y, width, height]) {
    context.beginPath();
    context.roundRect(x, y, width, height, height / 2);
    context.fillStyle = colours.page;
    context.fill();
    context.strokeStyle = colours.text;
    context.lineWidth = 0.8;
    context.stroke();
    context.fillStyle = colours.text;
    context.textAlign = "center";
    context.fillText(number, x + width / 2, y + 11.4);
  }
}
