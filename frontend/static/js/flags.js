// Makes a button of each choice in a table of flags: a press goes to the next colour, G, A, R and N choose one, Delete
// takes it back, and the arrows lead to the cells around. Without this module each is a list to choose from.

const LETTERS = { "": "–", green: "G", amber: "A", red: "R", none: "N" };

/** Give the value after another in a round of values. */
export function following(values, value) {
  return values[(values.indexOf(value) + 1) % values.length];
}

/** Give the value that a key chooses, null where it chooses none. */
export function chosen(key) {
  if (key === "Delete" || key === "Backspace") return "";
  const found = Object.entries(LETTERS).find(([value, letter]) => value && letter === key.toUpperCase());
  return found ? found[0] : null;
}

/** Give where an arrow leads from a cell in a table of so many rows and columns, null where it leads nowhere. */
export function beside(key, row, column, rows, columns) {
  const [down, right] = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[key] ?? [0, 0];
  const [y, x] = [row + down, column + right];
  return (down || right) && y >= 0 && y < rows && x >= 0 && x < columns ? [y, x] : null;
}

function told(select) {
  return `${select.labels[0].textContent}: ${select.selectedOptions[0].textContent}`;
}

function buttonOf(select) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "flags__cell";
  const show = () => {
    button.textContent = LETTERS[select.value];
    button.dataset.rating = select.value;
    button.setAttribute("aria-label", told(select));
  };
  const set = (value) => {
    select.value = value;
    show();
    select.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const values = [...select.options].map((option) => option.value);
  button.addEventListener("click", () => set(following(values, select.value)));
  button.addEventListener("keydown", (event) => {
    const value = event.ctrlKey || event.metaKey || event.altKey ? null : chosen(event.key);
    if (value === null) return;
    event.preventDefault();
    set(value);
  });
  show();
  // A label leads to what it is the label of, which is hidden: whoever presses it means the button.
  select.labels[0].addEventListener("click", (event) => {
    event.preventDefault();
    button.focus();
  });
  select.hidden = true;
  select.after(button);
  return button;
}

function enhance(table) {
  const rows = [...table.tBodies[0].rows].map((row) => [...row.querySelectorAll("select")].map(buttonOf));
  table.addEventListener("keydown", (event) => {
    const row = rows.findIndex((buttons) => buttons.includes(event.target));
    if (row < 0) return;
    const to = beside(event.key, row, rows[row].indexOf(event.target), rows.length, rows[row].length);
    if (!to) return;
    event.preventDefault();
    rows[to[0]][to[1]].focus();
  });
}

if (typeof document !== "undefined") document.querySelectorAll("table[data-flags]").forEach(enhance);
