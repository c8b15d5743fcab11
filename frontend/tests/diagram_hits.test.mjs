// What lies under a point, with few lines and with a grid over many.

import assert from "node:assert/strict";
import test from "node:test";

import { boxAt, lineFinder, onBadge, rowAt } from "../static/js/diagram_hits.js";

const lines = [
  { id: "one", points: [[60, 100], [60, 60], [190, 60], [190, 40]] },
  { id: "two", points: [[60, 100], [60, 60], [340, 60], [340, 100]] },
  { id: "three", points: [[210, 100], [210, 40]] },
];

/** Many short lines far below, so that there is a grid. */
const crowd = Array.from({ length: 400 }, (_, place) => ({
  id: `far-${place}`,
  points: [[place * 7, 2000 + (place % 9) * 31], [place * 7 + 90, 2000 + (place % 9) * 31], [place * 7 + 90, 2400]],
}));

for (const [name, linesAt] of [["few", lineFinder(lines)], ["many", lineFinder([...lines, ...crowd])]]) {
  test(`${name} lines: a shared trunk answers with all its lines`, () => {
    assert.deepEqual(linesAt(61, 80, 6), ["one", "two"]);
  });

  test(`${name} lines: off the trunk only the line itself answers, and out of reach none`, () => {
    assert.deepEqual(linesAt(330, 61, 6), ["two"]);
    assert.deepEqual(linesAt(150, 300, 6), []);
  });

  test(`${name} lines: of two in reach the clearly nearer one is meant`, () => {
    assert.deepEqual(linesAt(209, 50, 25), ["three"]);
  });
}

test("the grid finds exactly what measuring every line finds", () => {
  const everyone = (x, y, reach) => crowd.flatMap((line) => lineFinder([line])(x, y, reach));
  const gridded = lineFinder(crowd);
  let found = 0;
  for (let place = 0; place < 600; place += 1) {
    const [x, y, reach] = [(place * 37) % 2900, 1980 + ((place * 53) % 440), 1 + (place % 20)];
    const near = gridded(x, y, reach);
    for (const id of near) assert.ok(everyone(x, y, reach).includes(id));
    assert.equal(near.length > 0, everyone(x, y, reach).length > 0, `at ${x}, ${y}`);
    found += near.length;
  }
  assert.ok(found > 200);
});

test("the box under a point is found, and nothing beside it", () => {
  const boxes = { middle: { x: 200, y: 120, width: 100, height: 40 } };
  assert.equal(boxAt(boxes, 240, 130), "middle");
  assert.equal(boxAt(boxes, 270, 130), null);
});

test("a badge is a place of its own on its box", () => {
  const badges = [["+5", 100, 50, 20, 15, 61]];
  assert.equal(onBadge({ badges }, 110, 60), true);
  assert.equal(onBadge({ badges }, 90, 60), false);
  assert.equal(onBadge({}, 110, 60), false);
});

test("of rows side by side the one under the point is meant", () => {
  const rows = [{ id: "left", x: 10, y: 40, width: 100, height: 20 }, { id: "right", x: 110, y: 40, width: 100, height: 20 }];
  assert.equal(rowAt({ rows }, 50, 45).id, "left");
  assert.equal(rowAt({ rows }, 150, 45).id, "right");
  assert.equal(rowAt({ rows }, 150, 70), null);
  assert.equal(rowAt({}, 150, 45), null);
});
