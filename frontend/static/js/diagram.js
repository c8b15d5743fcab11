// Makes the diagrams of a page live: those in an explorer with its filters and panel, the others by themselves.
// Without this module, without vis-network, in forced colours, and on a narrow screen until somebody asks for it,
// the SVG stays, and its boxes are links.

import { startExplorer } from "./explorer.js";
import { keepLive } from "./diagram_live.js";
import "./diagram_style.js";

for (const root of document.querySelectorAll("[data-explorer]")) startExplorer(root);

for (const figure of document.querySelectorAll("[data-diagram]")) {
  if (figure.closest("[data-explorer]")) continue;
  const visit = (id, live) => location.assign(live.content.boxes[id].href);
  const toggle = (href) => location.assign(href);
  keepLive(figure, { acts: { visit, select: visit, unfold: visit, toggle, dismiss: () => false } });
}
