// An explorer: the picture follows its filters, the address follows the picture, Back and Forward go through both.

import { CalledOff, asker } from "./explorer_answers.js";
import { findWith } from "./explorer_find.js";
import { knownForm, queryOf } from "./explorer_form.js";
import { followPage, pageOf, sameDay } from "./explorer_page.js";
import { panelIn } from "./explorer_panel.js";
import { pictureIn } from "./explorer_picture.js";
import { listOf, samePicture, withChanges, withWord } from "./explorer_query.js";
import { statusIn } from "./explorer_status.js";
import { timeline } from "./explorer_timeline.js";

const FOLD = "fold:";

/** Make the explorer in `root` follow its reader. With `data-address="off"` it leaves the page's address alone. */
export function startExplorer(root) {
  const part = (name) => root.querySelector(`[data-explorer-${name}]`);
  const form = part("form");
  const writesAddress = root.dataset.address !== "off";
  const { ask } = asker();
  const status = statusIn(part("status") ?? document.createElement("p"));
  let query = withChanges(location.search);
  let shown = query;
  const known = form && knownForm(form, query);

  const acts = {
    visit: (id, live) => (live.content.boxes[id].fold ? unfold(id, live) : location.assign(live.content.boxes[id].href)),
    select: (id, live, how) => (live.content.boxes[id].fold ? unfold(id, live) : panel.open(id, how)),
    unfold,
    toggle: (href) => follow(withChanges(new URL(href, location.href).search)),
    dismiss: () => panel.close(),
  };
  const picture = pictureIn(root, part("figure"), part("list"), { acts, changed: () => settle() });
  const panel = panelIn(root, part("panel") ?? document.createElement("aside"), {
    query: () => query,
    changed: (id) => {
      picture.get().live?.select(id);
      write(withChanges(query, { select: id }), { replace: true });
    },
    status,
    home: picture.home,
    visit: (id) => acts.visit(id, picture.get().live),
  });
  const finder = part("find") && findWith(root, part("find"), {
    figure: picture.get,
    status,
    changed: (words) => write(withChanges(query, { find: words }), { replace: true }),
  });
  const slider = part("timeline") && timeline(part("timeline"), form.elements.on, () => load(queryOf(form)));

  /** Light in a picture that has just come what was lit in the one before. */
  function settle() {
    picture.get().live?.select(panel.id());
    finder?.look({ quietly: true });
  }

  function unfold(id, live) {
    const key = id.startsWith(FOLD) ? id.slice(FOLD.length) : id;
    const address = new URL(live.content.boxes[id].href, location.href);
    const leads = live.content.boxes[id].fold && listOf(address.searchParams, "open").length;
    follow(leads ? withChanges(address.search) : withWord(query, "open", key));
  }

  function write(next, { replace = false } = {}) {
    if (next === query) return;
    query = next;
    if (!writesAddress) return;
    const address = location.pathname + (query ? `?${query}` : "");
    history[replace ? "replaceState" : "pushState"](null, "", address);
  }

  /** Show the view that `asked` says, in any of its forms; the server gives back its one address. */
  async function load(asked, { isBack = false } = {}) {
    status.loading();
    root.setAttribute("aria-busy", "true");
    try {
      const answer = await ask(`${root.dataset.source}?${asked}`, "json");
      const next = withChanges(new URL(answer.address, location.href).search, { select: panel.id() });
      const page = writesAddress && !sameDay(next, shown) ? await ask(pageOf(next), "text") : "";
      write(next, { replace: isBack });
      if (page) followPage(page);
      shown = next;
      await picture.show(answer);
      known?.fill(query);
      known?.wrong();
      slider?.follow();
      settle();
      status.say(answer.said);
      root.dispatchEvent(new CustomEvent("explorer:shown", { bubbles: true, detail: { query, share: answer.share } }));
    } catch (problem) {
      if (problem instanceof CalledOff) return;
      status.wrong(problem.message, () => load(problem.field ? queryOf(form) : asked, { isBack }));
      known?.wrong(problem.field);
    }
    root.removeAttribute("aria-busy");
  }

  /** Go to a view by its address; what is only found or selected in the same picture needs no other one. */
  function follow(next, { isBack = false } = {}) {
    const before = query;
    if (known && !known.fill(next)) {
      location.assign(location.pathname + (next ? `?${next}` : ""));
      return;
    }
    slider?.follow();
    const selected = new URLSearchParams(next).get("select");
    if (samePicture(before, next)) {
      write(next, { replace: isBack });
      finder?.look({ quietly: true });
    } else load(next, { isBack });
    if (selected === panel.id()) return;
    if (selected) panel.open(selected, { byKey: !isBack });
    else panel.close();
  }

  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    load(queryOf(form));
  });
  form?.addEventListener("change", (event) => {
    if (event.target.matches("[data-explorer-find], [data-explorer-timeline]")) return;
    load(queryOf(form));
  });
  root.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const address = new URL(link.getAttribute("href"), location.href);
    if (!writesAddress || address.origin !== location.origin || address.pathname !== location.pathname || address.hash) return;
    event.preventDefault();
    follow(withChanges(address.search));
  });
  root.addEventListener("explorer:show", (event) => load(withChanges(event.detail.query)));
  if (writesAddress) addEventListener("popstate", () => follow(withChanges(location.search), { isBack: true }));
}
