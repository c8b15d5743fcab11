// For pages that frame a picture of this site: makes the frame as high as what is in it. Without it the frame keeps the
// shape that its code gives it. It listens to this site alone, and only to a frame that is on the page.

(() => {
  const site = new URL(document.currentScript.src).origin;
  const lowest = 200;
  const highest = 4000;

  addEventListener("message", (event) => {
    if (event.origin !== site || event.data?.type !== "partnership-explorer:height") return;
    const { height } = event.data;
    if (!Number.isFinite(height)) return;
    for (const frame of document.querySelectorAll("iframe")) {
      if (frame.contentWindow !== event.source || !frame.src.startsWith(`${site}/embed/`)) continue;
      frame.style.aspectRatio = "auto";
      frame.style.height = `${Math.min(highest, Math.max(lowest, Math.ceil(height)))}px`;
    }
  });
})();
