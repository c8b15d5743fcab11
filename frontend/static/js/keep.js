// Keeps what is typed in a form as a draft, after a pause in typing and when the page is left. Without this module it
// is kept each time the form is sent.

const PAUSE = 2000; // milliseconds after the last key

/** Say what became of the draft, for everybody to see and hear. */
export function told(status) {
  if (status === 204) return "What you typed is kept as a draft.";
  if (status === 401) return "You are signed out. What you type is not kept; press Go on to sign in with it.";
  return "";
}

/** Give what is sent to keep a form: all that is in it, with the step that only keeps. */
export function keeping(data) {
  data.set("step", "keep");
  return data;
}

function watch(form) {
  const status = form.querySelector("[data-kept]");
  let waiting = 0;
  async function keep() {
    clearTimeout(waiting);
    waiting = 0;
    try {
      const body = new URLSearchParams(keeping(new FormData(form)));
      const answer = await fetch(form.getAttribute("action"), { method: "POST", body, keepalive: true, redirect: "manual" });
      status.textContent = told(answer.status);
    } catch {
      status.textContent = "";
    }
  }
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, PAUSE);
  });
  form.addEventListener("submit", () => clearTimeout(waiting));
  document.addEventListener("visibilitychange", () => {
    if (waiting && document.visibilityState === "hidden") keep();
  });
}

if (typeof document !== "undefined") document.querySelectorAll("form[data-keeps]").forEach(watch);
