// Makes and uses passkeys. A form that is for them is hidden until this module finds that the browser has them; what is
// asked of the browser comes from the form's own address, and its answer goes back in the form.

const WORDS = {
  NotAllowedError: "Nothing was done: it was cancelled, or took too long.",
  InvalidStateError: "This device has a passkey for this account already.",
  SecurityError: "Passkeys need an address that begins with https://, or localhost.",
  NotSupportedError: "This device cannot make a passkey that asks for a finger, a face or a PIN.",
};

if (globalThis.document) for (const form of document.querySelectorAll("form[data-passkey]")) start(form);

function start(form) {
  if (!globalThis.PublicKeyCredential || !navigator.credentials || isNumber(location.hostname)) return;
  const without = document.querySelector("[data-passkey-without]");
  if (without) without.hidden = true;
  form.hidden = false;
  const status = form.querySelector("[role=status]");
  const button = form.querySelector("button");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    status.textContent = "Your browser or device asks you now.";
    try {
      form.elements.credential.value = JSON.stringify(await answer(form));
      form.submit();
    } catch (error) {
      status.textContent = WORDS[error.name] ?? error.message;
      button.disabled = false;
      button.focus();
    }
  });
}

// Passkeys belong to a name: browsers make none for an address of numbers, such as 127.0.0.1.
export function isNumber(host) {
  return /^[\d.]+$|^\[/.test(host);
}

async function answer(form) {
  const fields = new URLSearchParams({ form_token: form.elements.form_token.value });
  const asked = await fetch(`${form.action}/begin`, { method: "POST", body: fields });
  if (!asked.ok || asked.redirected) throw new Error(refused(asked));
  const publicKey = asBytes(await asked.json());
  const adds = form.dataset.passkey === "add";
  return asText(await (adds ? navigator.credentials.create({ publicKey }) : navigator.credentials.get({ publicKey })));
}

export function refused(asked) {
  if (asked.status === 429) return "That was tried too often. Please wait a quarter of an hour.";
  if (asked.status === 403) return "It is too long ago that you signed in. Load this page again: it says what to do.";
  return "The site did not answer as expected. Load this page again, and try once more.";
}

// What stands as base64url in JSON is bytes for the browser.
export function asBytes(options) {
  const described = (list) => (list ?? []).map((each) => ({ ...each, id: bytes(each.id) }));
  const read = { ...options, challenge: bytes(options.challenge) };
  if (options.user) read.user = { ...options.user, id: bytes(options.user.id) };
  if (options.excludeCredentials) read.excludeCredentials = described(options.excludeCredentials);
  if (options.allowCredentials) read.allowCredentials = described(options.allowCredentials);
  return read;
}

export function asText(credential) {
  const response = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[name]) response[name] = text(credential.response[name]);
  }
  return { id: credential.id, rawId: text(credential.rawId), type: credential.type, response };
}

function bytes(written) {
  const plain = atob(written.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.codePointAt(0));
}

function text(buffer) {
  const plain = String.fromCodePoint(...new Uint8Array(buffer));
  return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
