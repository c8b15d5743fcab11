// The left and right arrow keys lead to the step before and after, unless they are needed where the focus is.

const story = document.querySelector("[data-story]");
const ways = {
  ArrowLeft: story?.querySelector("[data-story-previous]"),
  ArrowRight: story?.querySelector("[data-story-next]"),
};
const busy = "input, textarea, select, summary, [role=application], [contenteditable], .diagram__frame, .scroll";

story?.querySelector("[data-story-keys]")?.removeAttribute("hidden");
addEventListener("keydown", (event) => {
  const way = ways[event.key];
  if (!way || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.target instanceof Element && event.target.closest(busy)) return;
  event.preventDefault();
  location.assign(way.href);
});
