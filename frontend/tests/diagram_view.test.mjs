// The canvas of a saved file: points of the page and of the drawing, and what moving asks of the screen.

import assert from "node:assert/strict";
import test from "node:test";

import { Network } from "../static/js/diagram_view.js";

/** Make a view of 400 by 300 pixels, on a screen of `sharp` pixels to each; `frames` are what waits for the screen. */
function view(sharp = 2) {
  const frames = [];
  const calls = [];
  const context = { setTransform: (...moved) => calls.push(moved), clearRect() {} };
  const canvas = { style: {}, getContext: () => context, remove: () => calls.push("removed") };
  Object.assign(globalThis, {
    document: { createElement: () => canvas },
    devicePixelRatio: sharp,
    requestAnimationFrame: (act) => frames.push(act),
    cancelAnimationFrame: (number) => number && (frames[number - 1] = null),
  });
  const network = new Network({ clientWidth: 400, replaceChildren() {} });
  network.setSize("100%", "300px");
  const run = (now = 0) => frames.splice(0).forEach((act) => act?.(now));
  return { network, canvas, calls, run };
}

test("the middle of the view is where it was moved to, and points go there and back", () => {
  const { network } = view();
  network.moveTo({ position: { x: 50, y: 70 }, scale: 2 });
  assert.deepEqual(network.getViewPosition(), { x: 50, y: 70 });
  assert.deepEqual(network.DOMtoCanvas({ x: 200, y: 150 }), { x: 50, y: 70 });
  assert.deepEqual(network.canvasToDOM(network.DOMtoCanvas({ x: 13, y: 17 })), { x: 13, y: 17 });
  assert.deepEqual(network.DOMtoCanvas({ x: 0, y: 0 }), { x: -50, y: -5 });
});

test("a sharp screen has more pixels, and the drawing the same place", () => {
  const { network, canvas, calls, run } = view(3);
  assert.deepEqual([canvas.width, canvas.height, canvas.style.height], [1200, 900, "300px"]);
  network.moveTo({ position: { x: 10, y: 20 }, scale: 1 });
  run();
  assert.deepEqual(calls.at(-1), [3, 0, 0, 3, 600 - 30, 450 - 60]);
});

test("however often it moves, it is painted once a frame", () => {
  const { network, run } = view();
  let painted = 0;
  network.on("beforeDrawing", () => (painted += 1));
  for (let x = 0; x < 5; x += 1) network.moveTo({ position: { x, y: 0 } });
  run();
  assert.equal(painted, 1);
});

test("a movement that takes time ends where it was to, and another one takes its place", () => {
  const { network, run } = view();
  network.moveTo({ position: { x: 100, y: 0 }, animation: { duration: 1 } });
  for (let turn = 0; turn < 3; turn += 1) run(performance.now() + 1000);
  assert.deepEqual(network.getViewPosition(), { x: 100, y: 0 });
  network.moveTo({ position: { x: 500, y: 0 }, animation: { duration: 1 } });
  network.moveTo({ position: { x: 1, y: 2 } });
  for (let turn = 0; turn < 3; turn += 1) run(performance.now() + 1000);
  assert.deepEqual(network.getViewPosition(), { x: 1, y: 2 });
});

test("what is closed leaves nothing behind", () => {
  const { network, calls, run } = view();
  let painted = 0;
  network.on("beforeDrawing", () => (painted += 1));
  network.moveTo({ position: { x: 1, y: 1 } });
  network.destroy();
  run();
  assert.equal(painted, 0);
  assert.equal(calls.at(-1), "removed");
});
