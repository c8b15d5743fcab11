// Ties the slider over the dates at which a place changes to the field with the day: its far end is today.

const PAUSE = 150; // milliseconds that the slider rests before the picture follows

/** Let `slider` write `field`; `moved` is called when it rests. Gives `follow`, which puts the slider where the day is. */
export function timeline(slider, field, moved) {
  const dates = JSON.parse(slider.dataset.dates || "[]").map((date) => date.on ?? date);
  let waiting = 0;

  function say() {
    slider.setAttribute("aria-valuetext", field.value || "today");
  }

  slider.addEventListener("input", () => {
    field.value = dates[Number(slider.value)] ?? "";
    say();
    clearTimeout(waiting);
    waiting = setTimeout(moved, PAUSE);
  });

  return {
    follow() {
      // Partial dates compare as text: what begins in 2008 is there at any day of 2008.
      const past = dates.filter((date) => date.localeCompare(field.value.slice(0, date.length)) <= 0).length;
      slider.value = String(field.value ? Math.max(0, past - 1) : dates.length);
      say();
    },
  };
}
