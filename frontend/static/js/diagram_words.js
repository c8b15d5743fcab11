// Compares names as the server's search does: without regard to case, accents, apostrophes and other signs.

const LETTERS = { ß: "ss", ø: "o", đ: "d", ð: "d", ł: "l", þ: "th", æ: "ae", œ: "oe", ħ: "h", ŧ: "t", ŋ: "n", ı: "i" };

/** Give words in the one form in which they are compared. */
export function folded(words) {
  const plain = words
    .replace(/['`´‘’ʻʼ′＇]/g, "")
    .replace(/&/g, " and ")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[ßøđðłþæœħŧŋı]/g, (letter) => LETTERS[letter]);
  // A name of nothing but signs, such as #, keeps them.
  return plain.replace(/[^\p{L}\p{N}]+/gu, " ").trim() || plain.replace(/\s+/g, " ").trim();
}

/** Give a box's name, and its other names if the document has them. */
function namesOf(box) {
  return [box.name ?? box.lines.join(" "), ...(box.alternateNames ?? [])];
}

/** Give the ids of boxes in reading order: from the top, then from the left. */
export function inOrder(boxes, ids = Object.keys(boxes)) {
  return [...ids].sort((one, two) => boxes[one].y - boxes[two].y || boxes[one].x - boxes[two].x || (one < two ? -1 : 1));
}

/** Give the boxes whose name has all the words of `query`, in reading order; none for an empty query. */
export function hitsOf(boxes, query) {
  const words = folded(query).split(" ").filter(Boolean);
  if (!words.length) return [];
  const found = Object.keys(boxes).filter((id) =>
    namesOf(boxes[id]).some((name) => words.every((word) => folded(name).includes(word))),
  );
  return inOrder(boxes, found);
}

/** Give the next box whose name begins with what was typed; the same letter again goes on to the next one. */
export function jumpTo(boxes, here, typed) {
  const wanted = folded(typed);
  const again = [...wanted].every((letter) => letter === wanted[0]);
  const begins = (start) => (id) => namesOf(boxes[id]).some((name) => folded(name).startsWith(start));
  const order = inOrder(boxes);
  const from = order.indexOf(here);
  // While a name is being typed the box that one is at still fits; a letter repeated means the next.
  const after = [...order.slice(from + 1), ...order.slice(0, from + 1)];
  const staying = [...order.slice(Math.max(0, from)), ...order.slice(0, Math.max(0, from))];
  const exact = (wanted.length > 1 ? staying : after).find(begins(wanted));
  return exact ?? (again ? after.find(begins(wanted[0])) : undefined) ?? null;
}

/** Give what is said on arriving at a box; a number says how much of the longer sentence about it that is. */
export function walkOf({ walk, said }) {
  return typeof walk === "number" ? said.slice(0, walk) : (walk ?? said);
}
