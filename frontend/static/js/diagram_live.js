// Decides when a figure is live: on a wide screen at once, on a narrow one when asked, in forced colours never.

import { enliven } from "./diagram_figure.js";

const wide = matchMedia("(min-width: 48rem)");
const forced = matchMedia("(forced-colors: active)");

/**
 * Keep a figure live while it may be. Each of `acts` is called with a body's id and the live figure. `changed` is told
 * of the live figure, or null, whenever that changes; `own` stands in for vis-network. Gives `close`, `live` and
 * `ready` (a promise).
 */
export function keepLive(figure, { acts, frame, changed = () => {}, own }) {
  const ended = new AbortController();
  let live = null;
  let asked = false;
  let ready = Promise.resolve();
  const explore = exploreButton();

  async function open() {
    figure.dataset.state = "opening";
    try {
      live = await enliven(figure, { acts: bound(), frame, signal: ended.signal, own });
      figure.dataset.state = live ? "live" : "plain";
    } catch (problem) {
      figure.dataset.state = "plain";
      console.error(problem);
    }
    if (live) changed(live);
  }

  function bound() {
    return Object.fromEntries(Object.entries(acts).map(([name, act]) => [name, (id, how) => act(id, live, how)]));
  }

  function settle() {
    const wanted = !forced.matches && (wide.matches || asked);
    explore.hidden = forced.matches || wanted;
    if (wanted && !figure.dataset.state) ready = open();
    else if (!wanted && live) {
      live.close();
      live = null;
      changed(null);
    }
    return ready;
  }

  function exploreButton() {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "diagram__explore";
    button.textContent = "Explore the picture";
    button.hidden = true;
    button.addEventListener("click", async () => {
      asked = true;
      await settle();
      live?.holder.focus();
    });
    figure.querySelector("[data-diagram-plain]")?.before(button);
    return button;
  }

  for (const media of [wide, forced]) media.addEventListener("change", settle, { signal: ended.signal });
  settle();
  return {
    get live() {
      return live;
    },
    get ready() {
      return ready;
    },
    /** Whether it was opened on request; the figure that replaces it is opened likewise. */
    get asked() {
      return asked;
    },
    ask() {
      asked = true;
      settle();
    },
    close() {
      ended.abort();
      live?.close();
    },
  };
}
