// What a client shows from its cache, once everything was asked, against what the server answers to the same.
import { asked } from "./asked.mjs";

export async function fetched(url, { query, variables }) {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  return answer.json();
}

// Clients ask for type names on their own, and give undefined for null.
function plain(value) {
  if (Array.isArray(value)) return value.map((each) => plain(each));
  if (value === null || typeof value !== "object") return value ?? null;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== "__typename")
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, each]) => [name, plain(each)]),
  );
}

function firstDifference(shown, said, way = "") {
  if (shown === said) return "";
  if (shown && said && typeof shown === "object" && typeof said === "object") {
    for (const name of new Set([...Object.keys(shown), ...Object.keys(said)])) {
      const found = firstDifference(shown[name], said[name], `${way}.${name}`);
      if (found) return found;
    }
    return "";
  }
  return `${way}: ${JSON.stringify(shown)} shown, ${JSON.stringify(said)} said`;
}

export async function compare(url, ask, show) {
  const answers = [];
  for (const one of asked) {
    await ask(one);
    answers.push(await fetched(url, one));
  }
  const wrong = [];
  for (const [at, one] of asked.entries()) {
    const difference = firstDifference(plain(await show(one)), plain(answers[at].data));
    if (difference) wrong.push(`${one.name} ${JSON.stringify(one.variables)} ${difference}`);
  }
  const refused = asked.filter((_, at) => answers[at].errors).map(({ name }) => name);
  const things = JSON.stringify(answers).split('"id":').length - 1;
  console.log(JSON.stringify({ asked: asked.length, things, refused, wrong }));
}
