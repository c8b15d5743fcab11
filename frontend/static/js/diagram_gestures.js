// Moves and zooms a diagram by hand: drag, two fingers, and the wheel with Ctrl or ⌘. Else the page scrolls as always.

const STILL = 4; // pixels that a press may slip and still be a click

/** Let the hand move `canvas`; `isFilling()` tells whether it has the screen for itself: then nothing else scrolls. */
export function moveByHand(holder, canvas, { isFilling }) {
  let drag = null;
  let fingers = null;

  holder.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch" || event.button !== 0) return;
    drag = { x: event.clientX, y: event.clientY, moved: false };
  });
  holder.addEventListener("pointermove", (event) => {
    if (!drag || !event.buttons) return;
    const [right, down] = [event.clientX - drag.x, event.clientY - drag.y];
    if (!drag.moved && Math.hypot(right, down) < STILL) return;
    if (!drag.moved) holder.setPointerCapture(event.pointerId);
    canvas.panBy(right, down);
    drag = { x: event.clientX, y: event.clientY, moved: true };
    holder.dataset.moving = "";
  });
  for (const end of ["pointerup", "pointercancel"]) {
    holder.addEventListener(end, () => {
      // A click that ends a drag is no click: it comes right after this.
      if (drag?.moved) holder.addEventListener("click", stop, { capture: true, once: true });
      if (drag?.moved) setTimeout(() => holder.removeEventListener("click", stop, { capture: true }));
      drag = null;
      delete holder.dataset.moving;
    });
  }

  holder.addEventListener(
    "wheel",
    (event) => {
      const zooms = event.ctrlKey || event.metaKey || isFilling();
      const aside = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
      // Sideways there is no page to scroll, but there may be more picture.
      if (!zooms && (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY))) {
        if (canvas.panBy(-aside, 0)) event.preventDefault();
        return;
      }
      if (!zooms) return;
      event.preventDefault();
      // A wheel's click is about 100; a pinch on a touchpad comes as many small turns with Ctrl.
      canvas.zoomAt(Math.exp(-Math.max(-60, Math.min(60, event.deltaY)) / 250), placeIn(holder, event));
    },
    { passive: false },
  );

  holder.addEventListener(
    "touchmove",
    (event) => {
      if (event.touches.length < (isFilling() ? 1 : 2)) return;
      event.preventDefault();
      const now = handOf(holder, event.touches);
      if (fingers?.count === now.count) {
        canvas.panBy(now.x - fingers.x, now.y - fingers.y);
        if (now.count > 1) canvas.zoomAt(now.spread / fingers.spread, now);
      }
      fingers = now;
    },
    { passive: false },
  );
  for (const end of ["touchstart", "touchend", "touchcancel"]) {
    holder.addEventListener(end, () => {
      fingers = null;
    });
  }
}

/** Give the middle of the fingers on the glass, and how far two of them are apart. */
function handOf(holder, touches) {
  const places = [...touches].slice(0, 2).map((touch) => placeIn(holder, touch));
  const middle = (axis) => places.reduce((sum, place) => sum + place[axis], 0) / places.length;
  const [one, two = one] = places;
  const spread = Math.max(1, Math.hypot(one.x - two.x, one.y - two.y));
  return { x: middle("x"), y: middle("y"), spread, count: places.length };
}

function placeIn(holder, { clientX, clientY }) {
  const frame = holder.getBoundingClientRect();
  return { x: clientX - frame.left, y: clientY - frame.top };
}

function stop(event) {
  event.stopImmediatePropagation();
  event.preventDefault();
}
