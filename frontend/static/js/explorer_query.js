// The state of a view as it stands in an address: always in the same order, defaults left out.

const ORDER = (
  "on proposed hide show kinds sectors themes certainty about steps direction open close find select size"
).split(" ");
const BESIDE = new Set(["find", "select"]); // looked for and opened beside a picture, without changing it

/** Give a query with some of its values changed (an empty one is left out), in the one order; without a `?`. */
export function withChanges(query, changes = {}) {
  const params = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) params.set(name, value ?? "");
  const place = (name) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
  return [...params]
    .filter(([, value]) => value)
    .sort(([one], [two]) => place(one) - place(two))
    .map(([name, value]) => `${escaped(name)}=${escaped(value)}`)
    .join("&");
}

/** Tell whether two queries show the same picture, whatever is found or selected in it. */
export function samePicture(one, two) {
  const plain = Object.fromEntries([...BESIDE].map((name) => [name, ""]));
  return withChanges(one, plain) === withChanges(two, plain);
}

/** Add a word to the comma list of one value. */
export function withWord(query, name, word) {
  const words = listOf(new URLSearchParams(query), name);
  return withChanges(query, { [name]: [...new Set([...words, word])].sort().join(",") });
}

/** Give the words of a value that is a comma list. */
export function listOf(params, name) {
  return params.getAll(name).flatMap((text) => text.split(",")).filter(Boolean);
}

/** Write as the server does: a space is a plus, and commas, slashes and colons stay. */
function escaped(text) {
  return encodeURIComponent(text)
    .replace(/%20/g, "+")
    .replace(/%(2C|2F|3A)/g, decodeURIComponent)
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
