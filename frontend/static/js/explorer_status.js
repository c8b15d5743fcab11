// Says in the explorer's live region what is going on: loading, what is shown, what went wrong and how to try again.

const PATIENCE = 300; // milliseconds before it is worth saying that something is loading

/** Speak through `element`. It is seen as well while something is wrong. */
export function statusIn(element) {
  let waiting = 0;

  function put(...parts) {
    clearTimeout(waiting);
    element.replaceChildren(...parts);
    element.classList.add("visually-hidden");
    delete element.dataset.wrong;
  }

  return {
    loading() {
      clearTimeout(waiting);
      waiting = setTimeout(() => put("Loading…"), PATIENCE);
    },
    say: (words) => put(words),
    /** Say what is wrong, with a button that tries again. */
    wrong(words, again) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = "Try again";
      button.addEventListener("click", again);
      put(`${words} The picture shows what it showed before. `, button);
      element.classList.remove("visually-hidden");
      element.dataset.wrong = "";
    },
  };
}
