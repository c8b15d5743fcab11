// Pure questions about a diagram's geometry: what lies under a point, what stands beside a box, how it fits a frame.

/** Give the distance from a point to a line through `points` ([[x, y], ...]), in drawing units. */
export function distanceTo(points, x, y) {
  let least = Infinity;
  for (let place = 1; place < points.length; place += 1) {
    const [x0, y0] = points[place - 1];
    const [x1, y1] = points[place];
    const square = (x1 - x0) ** 2 + (y1 - y0) ** 2;
    const along = square ? Math.max(0, Math.min(1, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / square)) : 0;
    least = Math.min(least, Math.hypot(x - x0 - along * (x1 - x0), y - y0 - along * (y1 - y0)));
  }
  return least;
}

/** Give the ids of the lines within `limit` of a point, nearest first: on a shared trunk, all of its lines. */
export function linesAt(lines, x, y, limit) {
  const found = [];
  for (const line of lines) {
    const far = distanceTo(line.points, x, y);
    if (far <= limit) found.push([far, line.id]);
  }
  found.sort((one, two) => one[0] - two[0] || (one[1] < two[1] ? -1 : 1));
  const nearest = found.length ? found[0][0] : 0;
  return found.filter(([far]) => far - nearest < 1.5).map(([, id]) => id);
}

/** Give the id of the box under a point, or null. */
export function boxAt(boxes, x, y) {
  for (const [id, box] of Object.entries(boxes)) {
    if (Math.abs(x - box.x) <= box.width / 2 && Math.abs(y - box.y) <= box.height / 2) return id;
  }
  return null;
}

const DIRECTIONS = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** Give the id of the box to walk to with an arrow key: near, and rather ahead than aside; null at the edge. */
export function neighbour(boxes, from, key) {
  const [dx, dy] = DIRECTIONS[key];
  const start = boxes[from];
  let best = null;
  let least = Infinity;
  for (const [id, box] of Object.entries(boxes)) {
    if (id === from) continue;
    const ahead = dx ? gap(start.x, start.width, box.x, box.width, dx) : gap(start.y, start.height, box.y, box.height, dy);
    if (ahead === null) continue;
    const aside = dx
      ? apart(start.y, start.height, box.y, box.height)
      : apart(start.x, start.width, box.x, box.width);
    const middle = dx ? Math.abs(box.y - start.y) : Math.abs(box.x - start.x);
    const cost = ahead + aside * 2.5 + middle * 0.01;
    if (cost < least) {
      least = cost;
      best = id;
    }
  }
  return best;
}

/** How far a box lies ahead, edge to edge; null when it does not lie ahead. */
function gap(from, fromSize, to, toSize, sign) {
  const between = (to - from) * sign - (fromSize + toSize) / 2;
  return (to - from) * sign > 0 && between > -2 ? between : null;
}

/** How far two spans miss each other; 0 when they overlap. */
function apart(one, oneSize, two, twoSize) {
  return Math.max(0, Math.abs(one - two) - (oneSize + twoSize) / 2);
}

/** Give the box where walking starts: the one a diagram is about, else the topmost, leftmost. */
export function firstBox(boxes, focus = null) {
  if (focus && boxes[focus]) return focus;
  const ids = Object.keys(boxes);
  ids.sort((one, two) => boxes[one].y - boxes[two].y || boxes[one].x - boxes[two].x);
  return ids[0] ?? null;
}

/** Give the ids that stay lit around a box: itself, its lines, and the boxes at their other ends. */
export function litAround(lines, id) {
  const boxes = new Set([id]);
  const lit = new Set();
  for (const line of lines) {
    if (line.from === id || line.to === id) {
      lit.add(line.id);
      boxes.add(line.from).add(line.to);
    }
  }
  return { boxes, lines: lit };
}

/** Give the ids that stay lit with some lines: the lines and their ends. */
export function litAlong(lines, ids) {
  const chosen = new Set(ids);
  const boxes = new Set();
  for (const line of lines) if (chosen.has(line.id)) boxes.add(line.from).add(line.to);
  return { boxes, lines: chosen };
}

/** Give the scale that fits `width` into a frame: never larger than life, never so small that names are not readable. */
export function fitting(width, frame, least) {
  return Math.max(least, Math.min(1, frame / width));
}
