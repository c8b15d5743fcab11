// Gives a diagram the whole screen, and takes it back.

/** Let `frame` (the explorer, or the figure alone) fill the screen; `canvas` takes what the tools leave of it. */
export function fullScreen(frame, holder, canvas, { buttons, ended }) {
  const isFilling = () => document.fullscreenElement === frame;
  let wasFilling = false;

  function settle() {
    if (isFilling()) {
      // Measured from the frame's top, which may itself be scrolled.
      const top = holder.getBoundingClientRect().top - frame.getBoundingClientRect().top + frame.scrollTop;
      canvas.fill(Math.max(240, innerHeight - Math.min(top, innerHeight / 2) - 56));
      holder.scrollIntoView({ block: "nearest" });
    } else if (wasFilling) {
      canvas.fill(null);
    }
    wasFilling = isFilling();
    for (const button of buttons) button.setAttribute("aria-pressed", String(wasFilling));
  }

  document.addEventListener("fullscreenchange", settle, { signal: ended });
  addEventListener("resize", () => isFilling() && settle(), { signal: ended });
  for (const button of buttons) {
    button.hidden = !document.fullscreenEnabled;
    button.setAttribute("aria-pressed", "false");
  }
  // A figure that replaces another while the screen is full takes over.
  if (isFilling()) settle();

  return {
    isFilling,
    async toggle() {
      if (!document.fullscreenEnabled) return;
      if (isFilling()) await document.exitFullscreen();
      else await frame.requestFullscreen();
    },
  };
}
