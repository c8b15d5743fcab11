// Copies what stands in a field, and prints. Without it every field can be selected and copied by hand.

import { withChanges } from "./explorer_query.js";

const wait = 4000;

for (const box of document.querySelectorAll("[data-share]")) {
  const said = box.querySelector("[data-share-said]");
  let clearing;
  const say = (words) => {
    said.textContent = words;
    clearTimeout(clearing);
    clearing = setTimeout(() => (said.textContent = ""), wait);
  };
  for (const field of box.querySelectorAll("[data-share-text]")) field.addEventListener("focus", () => field.select());
  for (const button of box.querySelectorAll("[data-share-copy]")) {
    const field = document.getElementById(button.dataset.shareCopy);
    button.hidden = false;
    button.addEventListener("click", async () => {
      if (await copied(field)) say("Copied.");
      else {
        field.focus();
        say("Press Ctrl and C to copy what is selected.");
      }
    });
  }
}

for (const button of document.querySelectorAll("[data-share-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// The view can change without a new page: the address that is copied is then the browser's own.
const link = document.getElementById("share-link");
if (link) {
  const first = location.pathname + location.search;
  const follow = () => {
    if (location.pathname + location.search !== first) link.value = location.origin + location.pathname + location.search;
  };
  link.addEventListener("focus", follow, { capture: true });
  document.querySelector("[data-share-copy=share-link]")?.addEventListener("click", follow, { capture: true });
}

// So are the files: they show what the page shows by now.
addEventListener("explorer:shown", ({ detail }) => {
  for (const file of document.querySelectorAll("[data-share-view]")) {
    const { size } = file.dataset;
    const query = withChanges(detail.query, { find: "", select: "", ...(size === undefined ? {} : { size }) });
    file.setAttribute("href", file.getAttribute("href").split("?")[0] + (query ? `?${query}` : ""));
  }
});

async function copied(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    return false; // no right to, or the page came without encryption
  }
}
