// A picture in a frame on another page: bodies open in a tab of their own, and the page is told how high this is.

import { keepLive } from "./diagram_live.js";
import "./diagram_style.js";

for (const figure of document.querySelectorAll("[data-diagram]")) {
  const visit = (id, live) => open(live.content.boxes[id].href, "_blank", "noopener");
  const toggle = (href) => open(href, "_blank", "noopener");
  keepLive(figure, { acts: { visit, select: visit, unfold: visit, toggle, dismiss: () => false } });
}

if (parent !== window) {
  let told = 0;
  const tell = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    // Anybody may frame this, and anybody may know how high it is: it says nothing else.
    parent.postMessage({ type: "partnership-explorer:height", height }, "*");
  };
  new ResizeObserver(tell).observe(document.body);
  tell();
}
