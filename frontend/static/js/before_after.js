// Lays the pictures of two days over each other, with a slider for where the one ends and the other begins. Without this
// module, on paper, and where the two are not of one size, they stand one under the other.

const BIG_STEP = 10;

if (globalThis.document) for (const root of document.querySelectorAll("[data-slide]")) start(root);

async function start(root) {
  const control = root.querySelector("[data-slide-control]");
  const range = control.querySelector("input");
  const pictures = root.querySelector("[data-slide-pictures]");
  const hint = root.querySelector("[data-slide-hint]");
  const images = [...pictures.querySelectorAll("img")];
  await Promise.all(images.map(loaded));
  if (images.some((image) => !image.naturalWidth)) return;
  const days = [...pictures.querySelectorAll("figcaption a")].map((link) => link.textContent.trim());

  // A picture that is wider than its frame scrolls in it: the line stands in the part that is in sight.
  function show() {
    const { clientWidth, scrollLeft } = pictures;
    hint.hidden = pictures.scrollWidth <= clientWidth + 1;
    pictures.style.setProperty("--at", `${scrollLeft + (clientWidth * range.valueAsNumber) / 100}px`);
    range.setAttribute("aria-valuetext", said(range.valueAsNumber, days));
  }

  range.addEventListener("input", show);
  for (const button of control.querySelectorAll("[data-slide-to]")) {
    button.addEventListener("click", () => {
      range.value = button.dataset.slideTo;
      show();
    });
  }
  range.addEventListener("keydown", (event) => {
    const by = { PageUp: BIG_STEP, PageDown: -BIG_STEP }[event.key];
    if (!by) return;
    event.preventDefault();
    range.valueAsNumber += by;
    show();
  });
  // With a mouse or a pen the line can be taken where it is; a finger scrolls.
  const follow = (event) => {
    if (event.pointerType === "touch" || !(event.buttons & 1) || event.target.closest("a")) return;
    event.preventDefault();
    const { left, width } = pictures.getBoundingClientRect();
    range.valueAsNumber = (100 * (event.clientX - left)) / width;
    show();
  };
  for (const sort of ["pointerdown", "pointermove"]) pictures.addEventListener(sort, follow);
  pictures.addEventListener("dragstart", (event) => event.preventDefault());
  pictures.addEventListener("scroll", show, { passive: true });
  addEventListener("resize", show);
  // Each file has its own legend at its foot: over each other they could not be read, and one for both stands below.
  for (const image of images) {
    const less = 1 - Number(image.dataset.down);
    image.style.setProperty("--less", `${100 * less}%`);
    image.style.setProperty("--up", `${(-100 * less * image.naturalHeight) / image.naturalWidth}%`);
  }
  control.hidden = false;
  root.classList.add("slide--over");
  show();
}

/** Wait until a picture is there, or is known not to come. */
function loaded(picture) {
  if (picture.complete) return null;
  return new Promise((done) => {
    for (const sort of ["load", "error"]) picture.addEventListener(sort, done, { once: true });
  });
}

/** Say how far the earlier day reaches, for whoever hears the slider. */
export function said(at, [earlier, later]) {
  if (at <= 0) return `all of it: ${later}`;
  if (at >= 100) return `all of it: ${earlier}`;
  return `${at} per cent from the left: ${earlier}; the rest: ${later}`;
}
