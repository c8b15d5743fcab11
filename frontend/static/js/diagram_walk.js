// Where the arrow keys lead: along a body's lines, up and down; beside it, to its siblings at the same end of a line.

import { neighbour } from "./diagram_geometry.js";
import { inOrder } from "./diagram_words.js";

const ORDER = ["reports-to", "sub-group-of", "seat", "feeds-into", "member-of", "speaks-for", "support", "link"];
const MOST_STEPS_KEPT = 100;

/**
 * A place on a walk: the box one is `at`, the `line` walked along last (null where there was none), and the `trail`
 * of boxes behind, each with the direction in which it was left.
 */
export function startAt(id) {
  return { at: id, line: null, trail: [] };
}

/** Give the place that an arrow key leads to; the same place when there is nothing that way. */
export function walked(content, place, key) {
  if (key === "ArrowUp") return along(content, place, "up");
  if (key === "ArrowDown") return along(content, place, "down");
  return beside(content, place, key) ?? aside(content, place, key) ?? across(content, place, key);
}

/** Follow a line, or go back along the one that led here; without any line, go to the box above or below. */
function along(content, place, direction) {
  const last = place.trail.at(-1);
  if (last && last.direction !== direction) {
    const line = lineBetween(content, place.at, last.from, direction);
    if (line) return { at: last.from, line: line.id, trail: place.trail.slice(0, -1) };
  }
  const line = best(content, place.at, direction);
  if (!line) return across(content, place, direction === "up" ? "ArrowUp" : "ArrowDown");
  const trail = [...place.trail, { from: place.at, direction }].slice(-MOST_STEPS_KEPT);
  return { at: otherEnd(line, place.at), line: line.id, trail };
}

/** Go to the next body at the same end of the lines that one came along. */
function beside(content, place, key) {
  const last = place.trail.at(-1);
  if (!last) return null;
  const ends = new Set(leaving(content, last.from, last.direction).map((line) => otherEnd(line, last.from)));
  const row = [...ends].sort((one, two) => {
    const [first, second] = [content.boxes[one], content.boxes[two]];
    return first.x - second.x || first.y - second.y;
  });
  const next = row[row.indexOf(place.at) + (key === "ArrowRight" ? 1 : -1)];
  if (next === undefined) return null;
  const line = lineBetween(content, last.from, next, last.direction);
  return { at: next, line: line.id, trail: place.trail };
}

/** Go to the right to the boxes without a line, from the box that each is nearest to: no line would ever lead there. */
function aside(content, place, key) {
  if (key !== "ArrowRight") return null;
  const { boxes } = content;
  const joined = new Set(content.lines.flatMap(({ from, to }) => [from, to]).filter((id) => boxes[id]));
  const far = (one, two) => Math.abs(one.x - two.x) + Math.abs(one.y - two.y);
  const hostOf = (id) =>
    [...joined].reduce((nearest, other) => (far(boxes[other], boxes[id]) < far(boxes[nearest], boxes[id]) ? other : nearest));
  const alone = joined.size ? inOrder(boxes).filter((id) => !joined.has(id)) : [];
  const host = alone.includes(place.at) ? hostOf(place.at) : place.at;
  const near = alone.filter((id) => hostOf(id) === host);
  const next = near[near.indexOf(place.at) + 1];
  return next ? startAt(next) : null;
}

/** Go to the nearest box in a direction, whatever lines there are. */
function across(content, place, key) {
  const next = neighbour(content.boxes, place.at, key);
  return next ? startAt(next) : place;
}

/** Give a body's lines upwards (what it reports to, feeds, sits on) or downwards, those to drawn bodies only. */
function leaving(content, id, direction) {
  const [near, far] = direction === "up" ? ["from", "to"] : ["to", "from"];
  return content.lines.filter((line) => line[near] === id && line[far] !== id && content.boxes[line[far]]);
}

function lineBetween(content, from, to, direction) {
  return leaving(content, from, direction).find((line) => otherEnd(line, from) === to);
}

/** Choose the line to follow: one on the way to the top, then by its kind, then to the nearest body. */
function best(content, id, direction) {
  const box = content.boxes[id];
  const way = new Set(box.way ?? []);
  const far = (line) => Math.abs(content.boxes[otherEnd(line, id)].x - box.x);
  const [first] = leaving(content, id, direction).sort(
    (one, two) =>
      way.has(two.id) - way.has(one.id) ||
      ORDER.indexOf(kindOf(one)) - ORDER.indexOf(kindOf(two)) ||
      far(one) - far(two) ||
      (one.id < two.id ? -1 : 1),
  );
  return first;
}

const otherEnd = (line, id) => (line.from === id ? line.to : line.from);

/** A line's id begins with its kind, and a question mark after it when it is only proposed. */
const kindOf = (line) => line.id.split(/[?:]/, 1)[0];

/** Give the first box of a walk: the one the picture is about, else the partnership on top, else the first to read. */
export function firstBox(boxes, focus = null) {
  if (focus && boxes[focus]) return focus;
  const order = inOrder(boxes);
  return order.find((id) => boxes[id].style === "lsp") ?? order[0] ?? null;
}

/** Give the last box in reading order. */
export function lastBox(boxes) {
  return inOrder(boxes).at(-1) ?? null;
}
