// A canvas that moves and zooms, in place of vis-network where that is too heavy: in a file that is sent by e-mail.
// It answers what diagram_canvas.js asks of vis-network's `Network`, and paints nothing by itself.

/** Make a view in `holder`; what `on("beforeDrawing", paint)` gives paints it, moved and scaled. For `new`. */
export function Network(holder) {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  let middle = { x: 0, y: 0 };
  let scale = 1;
  let sharp = 1; // pixels of the screen to a pixel of the page
  let paint = () => {};
  let moving = 0;
  let asked = 0;

  canvas.style.display = "block";
  holder.replaceChildren(canvas);

  function redraw() {
    cancelAnimationFrame(asked);
    asked = 0;
    const unit = sharp * scale;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.setTransform(unit, 0, 0, unit, canvas.width / 2 - middle.x * unit, canvas.height / 2 - middle.y * unit);
    paint(context);
  }

  /** Redraw once, in the next frame, however often something has moved. */
  function later() {
    asked ||= requestAnimationFrame(redraw);
  }

  /** Go to a place in `duration` milliseconds. */
  function glide(to, duration) {
    const [from, start] = [middle, performance.now()];
    const step = (now) => {
      const done = Math.min(1, Math.max(0, (now - start) / duration));
      const eased = done * (2 - done);
      middle = { x: from.x + (to.x - from.x) * eased, y: from.y + (to.y - from.y) * eased };
      redraw();
      moving = done < 1 ? requestAnimationFrame(step) : 0;
    };
    moving = requestAnimationFrame(step);
  }

  return {
    redraw,
    on(_, painting) {
      paint = () => painting(context);
    },
    getScale: () => scale,
    getViewPosition: () => ({ ...middle }),
    moveTo({ position, scale: wanted = scale, animation = false }) {
      cancelAnimationFrame(moving);
      scale = wanted;
      if (animation) glide(position, animation.duration);
      else middle = position;
      later();
    },
    setSize(_, height) {
      sharp = devicePixelRatio || 1;
      canvas.width = Math.round(holder.clientWidth * sharp);
      canvas.height = Math.round(Number.parseFloat(height) * sharp);
      canvas.style.width = `${holder.clientWidth}px`;
      canvas.style.height = height;
      later();
    },
    DOMtoCanvas: ({ x, y }) => ({
      x: (x - canvas.width / sharp / 2) / scale + middle.x,
      y: (y - canvas.height / sharp / 2) / scale + middle.y,
    }),
    canvasToDOM: ({ x, y }) => ({
      x: (x - middle.x) * scale + canvas.width / sharp / 2,
      y: (y - middle.y) * scale + canvas.height / sharp / 2,
    }),
    destroy() {
      cancelAnimationFrame(moving);
      cancelAnimationFrame(asked);
      canvas.remove();
    },
  };
}
