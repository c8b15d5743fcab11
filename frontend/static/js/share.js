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

/** Open the fold that a link leads into, where the browser does not. */
function unfold() {
  const at = document.getElementById(location.hash.slice(1));
  const fold = at?.closest("details:not([open])");
  if (!fold) return;
  fold.open = true;
  at.scrollIntoView();
}
addEventListener("hashchange", unfold);
unfold();

for (const button of document.querySelectorAll("[data-share-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// The view can change without a new page. What is copied is then of the view that is shown, under the address that the
// browser has, and what only the server knows of it came with the picture.
const link = document.getElementById("share-link");
const cite = document.getElementById("share-cite");
let shown = location.pathname + location.search;

function follow() {
  const now = location.pathname + location.search;
  if (now === shown) return;
  shown = now;
  link.value = new URL(now, link.value).href;
  cite.value = addressed(cite.value);
}

/** Give a citation the address that it ends with: that of the view. */
function addressed(words) {
  return words.replace(/<[^<>]*>$/, () => `<${link.value}>`);
}

if (link && cite) {
  for (const id of [link.id, cite.id]) {
    document.getElementById(id).addEventListener("focus", follow, { capture: true });
    document.querySelector(`[data-share-copy=${id}]`)?.addEventListener("click", follow, { capture: true });
  }
}

addEventListener("explorer:shown", ({ detail: { query, share } }) => {
  for (const file of document.querySelectorAll("[data-share-view]")) {
    const { size } = file.dataset;
    const asked = withChanges(query, { find: "", select: "", ...(size === undefined ? {} : { size }) });
    file.setAttribute("href", file.getAttribute("href").split("?")[0] + (asked ? `?${asked}` : ""));
  }
  if (!link || !cite || !share) return;
  follow();
  cite.value = addressed(share.cite);
  const code = document.getElementById("share-embed");
  if (code) code.value = share.embed;
  if (share.booklet) document.querySelector("[data-share-booklet]")?.setAttribute("href", share.booklet);
});

async function copied(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    return false; // no right to, or the page came without encryption
  }
}
