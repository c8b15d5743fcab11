// What of a diagram is lit while the rest fades: around a body, along lines, or the bodies that a search has found.

/** Give the ids lit around a box: itself, its lines with their other ends, and its way up, which is painted thicker. */
export function litAround(content, id) {
  const boxes = new Set([id]);
  const lines = new Set();
  const way = new Set(content.boxes[id].way ?? []);
  for (const line of content.lines) {
    const touches = line.from === id || line.to === id;
    if (touches) lines.add(line.id);
    if (touches || way.has(line.id)) boxes.add(line.from).add(line.to);
  }
  return { boxes, lines, way };
}

/** Give the ids lit with some lines: the lines and their ends. */
export function litAlong(content, ids) {
  const lines = new Set(ids);
  const boxes = new Set();
  for (const line of content.lines) if (lines.has(line.id)) boxes.add(line.from).add(line.to);
  return { boxes, lines, way: new Set() };
}

/** Give the ids lit with a row of an open board: the board, the seat's lines and who they come from. */
export function litRow(content, id, row) {
  const lit = litAlong(content, row.lines);
  lit.boxes.add(id);
  return lit;
}

/** Give the ids lit for a part of the legend: lines of a style with their ends (`line:seat`), or bodies of one (`box:forum`). */
export function litKind(content, kind) {
  const [sort, style] = kind.split(":");
  if (sort === "line") return litAlong(content, content.trunks.filter((it) => it.style === style).flatMap((it) => it.lines));
  return litFound(Object.keys(content.boxes).filter((id) => content.boxes[id].style === style));
}

/** Give the ids lit for a search: the boxes found, and nothing else. */
export function litFound(ids) {
  return { boxes: new Set(ids), lines: new Set(), way: new Set() };
}

const LAYERS = ["pointer", "keys", "legend", "found", "selected"];

/** Keep what each of the five wants lit; the first that wants something is shown. */
export function lighting(canvas) {
  const wanted = {};
  return {
    /** Light `lit` for a layer, with a ring round the box `ringed`; null and null put the layer out. */
    set(layer, lit, ringed = null) {
      wanted[layer] = lit || ringed ? { lit, ringed } : null;
      const shown = LAYERS.map((name) => wanted[name]).filter(Boolean);
      canvas.show(shown.find((one) => one.lit)?.lit ?? null, shown.find((one) => one.ringed)?.ringed ?? null);
    },
  };
}
