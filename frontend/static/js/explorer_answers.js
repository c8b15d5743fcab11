// Asks the server for the parts of a page. Only the newest question counts: an older one is called off.

/** Thrown when a newer question has taken the place of this one; nobody needs to be told. */
export class CalledOff extends Error {}

/** Make a place to ask from; a question calls off the one before. */
export function asker() {
  let asking = null;

  return {
    /** Ask an address for `kind` ("json" or "text"). Throws CalledOff, or an Error that says what is wrong. */
    async ask(address, kind) {
      asking?.abort();
      const mine = new AbortController();
      asking = mine;
      try {
        const answer = await fetch(address, { signal: mine.signal, headers: { Accept: kind === "json" ? "application/json" : "text/html" } });
        if (!answer.ok) throw await problemOf(answer);
        const body = await answer[kind]();
        if (asking !== mine) throw new CalledOff();
        return body;
      } catch (problem) {
        if (mine.signal.aborted || asking !== mine) throw new CalledOff();
        if (problem instanceof TypeError) throw new Error("The site could not be reached.", { cause: problem });
        throw problem;
      }
    },
    callOff() {
      asking?.abort();
      asking = null;
    },
  };
}

/** Give what the server found wrong, in a sentence, with the `field` that it is about, where it is about one. */
async function problemOf(answer) {
  const said = await answer.text();
  try {
    const { message, field } = JSON.parse(said).error;
    return Object.assign(new Error(String(message)), { field });
  } catch {
    const heading = new DOMParser().parseFromString(said, "text/html").querySelector("main p, main h1");
    return new Error(heading?.textContent.trim() || `The site answered ${answer.status}.`);
  }
}

/** Turn the server's own markup, escaped there, into nodes that can be put into the page. */
export function nodesOf(html) {
  const template = document.createElement("template");
  // eslint-disable-next-line no-unsanitized/property -- the site wrote it, escaped; nothing runs in a template
  template.innerHTML = html;
  return template.content;
}

/** Replace what is in a part of the page; what the reader had unfolded or folded there stays so. */
export function replaceKeepingOpen(part, nodes) {
  const folds = () => [...part.querySelectorAll("details")];
  const nameOf = (fold) => fold.dataset.fold ?? fold.className;
  const were = new Map(folds().map((fold) => [nameOf(fold), fold.open]));
  part.replaceChildren(...nodes);
  for (const fold of folds()) fold.open = were.get(nameOf(fold)) ?? fold.open;
}
