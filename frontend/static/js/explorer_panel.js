// Opens a body's panel beside the picture, and gives the focus back when it closes.

import { CalledOff, asker, nodesOf } from "./explorer_answers.js";
import { withChanges } from "./explorer_query.js";

/**
 * Keep the panel `aside`. `query` gives the state of the view, `changed(id)` is told what the panel is of (null when
 * it closes), `status` tells what goes wrong, `home` gives the element that gets the focus when it had none before,
 * `visit(id)` goes to a body's page.
 */
export function panelIn(root, aside, { query, changed, status, home, visit }) {
  const { ask, callOff } = asker();
  let shownId = aside.querySelector("[data-panel]")?.dataset.panel ?? null;
  let from = null;
  let isClicked = true;

  async function open(id, { byKey = false } = {}) {
    if (byKey) from = document.activeElement;
    status.loading();
    try {
      const html = await ask(`/panel/${id}?${withChanges(query(), { select: "", fragment: "1" })}`, "text");
      const fragment = nodesOf(html);
      const name = fragment.querySelector("h2, h3")?.textContent.trim() ?? "";
      aside.replaceChildren(closeButton(), fragment);
      shownId = id;
      isClicked = false;
      aside.hidden = false;
      root.classList.add("explorer--with-panel");
      status.say(`${name}: its panel is open. Escape closes it.`);
      changed(id);
      if (byKey) focusOn(aside.querySelector("h2, h3") ?? aside);
      else if (aside.getBoundingClientRect().top > innerHeight - 80) aside.scrollIntoView({ block: "nearest" });
    } catch (problem) {
      if (problem instanceof CalledOff) return;
      status.wrong(problem.message, () => open(id, { byKey }));
    }
  }

  /** Close it; tells whether it was open. */
  function close() {
    callOff();
    if (shownId === null) return false;
    const held = aside.contains(document.activeElement);
    shownId = null;
    aside.hidden = true;
    aside.replaceChildren();
    root.classList.remove("explorer--with-panel");
    status.say("");
    changed(null);
    const back = from?.isConnected ? from : home();
    if (held) back?.focus({ preventScroll: true });
    from = null;
    return true;
  }

  function closeButton() {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "explorer__close";
    button.textContent = "Close";
    button.addEventListener("click", close);
    return button;
  }

  function focusOn(element) {
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
  }

  if (shownId !== null) {
    // The page came with it, and with a link that closes it: from now on that is done here.
    aside.querySelector(".explorer__close")?.replaceWith(closeButton());
  }
  // The second click of a double click on the picture falls here where the panel has opened under the pointer.
  aside.addEventListener(
    "click",
    (event) => {
      if (event.detail < 2) isClicked = true;
      if (isClicked) return;
      event.preventDefault();
      event.stopPropagation();
      visit(shownId);
    },
    { capture: true },
  );
  aside.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    close();
  });

  return { open, close, id: () => shownId };
}
