// What lies under a point of a diagram. Beyond 200 lines a grid tells which ones are worth measuring.

import { distanceTo } from "./diagram_geometry.js";

const SHARED = 1.5; // units apart at which two lines still run together
const MANY = 200;
const CELL = 64;

/** Give a function from a point and a reach to the ids of the lines there, nearest first: of a trunk, all its lines. */
export function lineFinder(lines) {
  const near = lines.length > MANY ? gridOf(lines) : () => lines;
  return (x, y, reach) => {
    const found = [];
    for (const line of near(x, y, reach)) {
      const far = distanceTo(line.points, x, y);
      if (far <= reach) found.push([far, line.id]);
    }
    found.sort((one, two) => one[0] - two[0] || (one[1] < two[1] ? -1 : 1));
    const nearest = found.length ? found[0][0] : 0;
    return found.filter(([far]) => far - nearest < SHARED).map(([, id]) => id);
  };
}

/** Give the id of the box under a point, or null. */
export function boxAt(boxes, x, y) {
  for (const id in boxes) {
    const box = boxes[id];
    if (Math.abs(x - box.x) <= box.width / 2 && Math.abs(y - box.y) <= box.height / 2) return id;
  }
  return null;
}

/** Tell whether a point is on one of a box's badges, which say how many bodies it stands for or hides. */
export function onBadge(box, x, y) {
  return (box.badges ?? []).some(
    ([, left, top, width, height]) => x >= left && x <= left + width && y >= top && y <= top + height,
  );
}

/** Give the row of an open board under a point, or null. */
export function rowAt(box, x, y) {
  const under = (row) => x >= row.x && x < row.x + row.width && y >= row.y && y < row.y + row.height;
  return (box.rows ?? []).find(under) ?? null;
}

/** Give the sign that opens or closes a board if a point is on it, or null. */
export function toggleAt(boxes, x, y) {
  const near = ({ toggle: it }) => it && x >= it.x && x <= it.x + it.size && y >= it.y && y <= it.y + it.size;
  return Object.values(boxes).find(near)?.toggle ?? null;
}

/** Lay a grid over the lines; give a function to the lines that pass through the cells around a point. */
function gridOf(lines) {
  const cells = new Map();
  for (const line of lines) {
    for (let place = 1; place < line.points.length; place += 1) {
      for (const cell of cellsOf(line.points[place - 1], line.points[place])) {
        if (!cells.has(cell)) cells.set(cell, new Set());
        cells.get(cell).add(line);
      }
    }
  }
  return (x, y, reach) => {
    const near = new Set();
    for (const cell of cellsOf([x - reach, y - reach], [x + reach, y + reach])) {
      for (const line of cells.get(cell) ?? []) near.add(line);
    }
    return near;
  };
}

/** Give the cells of the rectangle that two points span. */
function* cellsOf([x0, y0], [x1, y1]) {
  const [left, right] = [Math.min(x0, x1), Math.max(x0, x1)].map((x) => Math.floor(x / CELL));
  const [top, bottom] = [Math.min(y0, y1), Math.max(y0, y1)].map((y) => Math.floor(y / CELL));
  for (let column = left; column <= right; column += 1) {
    for (let row = top; row <= bottom; row += 1) yield `${column} ${row}`;
  }
}
