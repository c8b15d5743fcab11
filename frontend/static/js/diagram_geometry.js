// Pure questions about a diagram's geometry: how far a line is, what stands beside a box, how it fits a frame.

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

/**
 * Give where the middle of a box's name is painted: of a bar that reaches beyond the part `seen` ({left, right}), as
 * far within it as there is a place for it.
 */
export function nameMiddle(box, seen, half) {
  const usual = box.textX ?? box.x;
  const places = box.nameAt ?? [];
  if (!seen || !places.length || (usual - half >= seen.left && usual + half <= seen.right)) return usual;
  const [least, most] = [seen.left + half, seen.right - half];
  const wanted = least > most ? (seen.left + seen.right) / 2 : Math.max(least, Math.min(most, usual));
  const found = places.map(([from, to]) => Math.max(from, Math.min(to, wanted)));
  return found.reduce((best, at) => (Math.abs(at - wanted) < Math.abs(best - wanted) ? at : best));
}

const ALMOST = 0.98; // names a fiftieth smaller are read as easily; names that are cut off are not

/** Give the scale that fits `width` into a frame: at most `most` (life size), at least so that names are readable. */
export function fitting(width, frame, least, most = 1) {
  const whole = frame / width;
  return whole < least * ALMOST ? least : Math.min(most, whole);
}
