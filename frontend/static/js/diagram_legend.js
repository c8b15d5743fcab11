// Lets the legend of a live picture light what it explains: a press keeps it lit, another lets it go.

import { litKind } from "./diagram_light.js";

/** Make buttons of the parts of `legend` that stand for lines or bodies. Gives a way to make them plain again. */
export function lightFrom(legend, content, lights) {
  const parts = [...(legend?.querySelectorAll("[data-lights]") ?? [])];
  const buttons = parts.map((part) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "diagram__kind";
    button.title = "Light these in the picture";
    button.setAttribute("aria-pressed", "false");
    button.append(...part.childNodes);
    part.append(button);
    button.addEventListener("click", () => press(button.getAttribute("aria-pressed") === "true" ? null : button));
    return button;
  });

  function press(pressed) {
    for (const button of buttons) button.setAttribute("aria-pressed", String(button === pressed));
    lights.set("legend", pressed && litKind(content, pressed.parentElement.dataset.lights));
  }

  return () => {
    for (const button of buttons) button.replaceWith(...button.childNodes);
  };
}
