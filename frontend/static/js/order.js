// Puts the boxes of a column in order: they are dragged, or moved by buttons and arrow keys, and their numbers follow.
// Without this module each has a number to type.

const STEPS = { ArrowUp: -1, ArrowDown: 1 };

/** Give a list in which one thing stands elsewhere. */
export function moved(list, from, to) {
  const rest = list.filter((_, place) => place !== from);
  return [...rest.slice(0, to), list[from], ...rest.slice(to)];
}

/** Give where a key moves what stands at a place among so many, null where it moves nothing. */
export function placed(key, at, many) {
  const to = { Home: 0, End: many - 1 }[key] ?? at + (STEPS[key] ?? 0);
  return to === at || to < 0 || to >= many ? null : to;
}

/** Give how many of the others, by their middles from top to bottom, stand above a height. */
export function above(height, middles) {
  return middles.filter((each) => each < height).length;
}

if (globalThis.document) for (const root of document.querySelectorAll("[data-order]")) start(root);

function start(root) {
  const list = root.querySelector("ol");
  const said = document.createElement("p");
  said.className = "order__said";
  said.setAttribute("role", "status");
  const name = (item) => item.querySelector("label").textContent;
  const items = () => [...list.children];

  /** Number all as they stand, and say where one of them came to. */
  function number(item) {
    items().forEach((each, place) => (each.querySelector("input").value = place + 1));
    item.querySelector("input").dispatchEvent(new Event("input", { bubbles: true }));
    said.textContent = `${name(item)}: ${items().indexOf(item) + 1} of ${items().length}`;
  }

  function move(item, to) {
    list.replaceChildren(...moved(items(), items().indexOf(item), to));
    number(item);
  }

  function button(item, label, sign, by) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "order__step";
    made.textContent = sign;
    made.setAttribute("aria-label", `${name(item)}: ${label}`);
    made.addEventListener("click", () => step(item, made, items().indexOf(item) + by));
    return made;
  }

  function step(item, pressed, to) {
    if (to < 0 || to >= items().length) return;
    move(item, to);
    pressed.focus();
  }

  function grip(item) {
    const made = document.createElement("span");
    made.className = "order__grip";
    made.setAttribute("aria-hidden", "true");
    made.textContent = "⠿";
    let was = -1;
    made.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      event.preventDefault();
      was = items().indexOf(item);
      made.setPointerCapture(event.pointerId);
      item.classList.add("order__item--held");
    });
    made.addEventListener("pointermove", (event) => {
      if (was < 0) return;
      const others = items().filter((each) => each !== item);
      const to = above(event.clientY, others.map(middle));
      if (to === items().indexOf(item)) return;
      // The one that is held stays where it is: taken out, it would lose the pointer.
      for (const each of others.slice(0, to)) list.insertBefore(each, item);
      others.slice(to).forEach((each) => list.append(each));
    });
    for (const end of ["pointerup", "pointercancel"]) {
      made.addEventListener(end, () => {
        item.classList.remove("order__item--held");
        if (was >= 0 && items().indexOf(item) !== was) number(item);
        was = -1;
      });
    }
    return made;
  }

  for (const item of items()) {
    item.prepend(grip(item));
    item.append(button(item, "up", "↑", -1), button(item, "down", "↓", 1));
    item.addEventListener("keydown", (event) => {
      if (!event.target.matches(".order__step") || event.ctrlKey || event.metaKey || event.altKey) return;
      const to = placed(event.key, items().indexOf(item), items().length);
      if (to === null) return;
      event.preventDefault();
      step(item, event.target, to);
    });
  }
  const none = document.createElement("button");
  none.type = "button";
  none.className = "plain";
  none.textContent = "Leave this order to the picture";
  none.addEventListener("click", () => {
    for (const input of list.querySelectorAll("input")) input.value = "";
    list.querySelector("input").dispatchEvent(new Event("input", { bubbles: true }));
    said.textContent = "The picture finds the order of these by itself.";
  });
  root.append(none, said);
}

function middle(item) {
  const { top, height } = item.getBoundingClientRect();
  return top + height / 2;
}
