// Opens what of a form is folded away when the choice above it says that it is needed, and makes that choice when
// something is typed there. Without this module whoever needs it opens it.

const ANOTHER = "+"; // the choice of what is not recorded yet

/** Tell whether the fold below a choice has to be seen. */
export function isNeeded(value) {
  return value === ANOTHER;
}

function watch(fold) {
  const choice = document.getElementById(fold.dataset.fold);
  if (![...(choice?.options ?? [])].some((option) => isNeeded(option.value))) return;
  choice.addEventListener("change", () => {
    fold.open = isNeeded(choice.value);
  });
  fold.addEventListener("input", () => {
    choice.value = ANOTHER;
  });
}

if (typeof document !== "undefined") document.querySelectorAll("details[data-fold]").forEach(watch);
