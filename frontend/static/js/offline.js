// A view in a file of its own: its picture is walked, searched and told about as on the site, without the site.

import { contentOf } from "./diagram_figure.js";
import { keepLive } from "./diagram_live.js";
import { Network } from "./diagram_view.js";
import { findWith } from "./explorer_find.js";
import { statusIn } from "./explorer_status.js";
import { tellIn } from "./offline_panel.js";

const root = document.querySelector("[data-offline]");
const part = (name) => root.querySelector(`[data-offline-${name}]`);
const figure = root.querySelector("[data-diagram]");
if (figure) start();

function start() {
  const content = contentOf(figure);
  let keeper = null;
  const live = () => keeper?.live ?? null;
  const home = () => live()?.holder ?? figure.querySelector("a, button");
  const panel = tellIn(part("panel"), { home, changed: (id) => live()?.select(id) });
  const tell = (id, how) => panel.open(id, content.boxes[id], how);
  const acts = {
    visit: (id) => tell(id, { byKey: true }),
    select: (id, _, how) => tell(id, how),
    unfold: (id, _, how) => tell(id, how),
    toggle: () => {}, // what is open is fixed in a file
    dismiss: () => panel.close(),
  };
  const input = part("find");
  const finder = findWith(root, input, {
    figure: () => ({ content, live: live(), element: figure }),
    status: statusIn(part("status")),
    changed: () => {},
  });
  keeper = keepLive(figure, { acts, own: { Network }, changed: () => settle() });
  input.closest("[hidden]").hidden = false;
  settle();
  if (content.boxes[root.dataset.select]) tell(root.dataset.select);

  /** Light in the picture what is found and told about, whichever of its two forms it is in. */
  function settle() {
    live()?.select(panel.id());
    finder.look({ quietly: true });
  }

  // In the plain picture, which a narrow screen has first, a body is told about as well.
  figure.addEventListener("click", (event) => {
    const link = event.target.closest("[data-diagram-plain] a[href^='#']");
    const id = link?.getAttribute("href").slice(1);
    if (!content.boxes[id] || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    tell(id, { byKey: event.detail === 0 });
  });
}
