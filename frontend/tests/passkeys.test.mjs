import assert from "node:assert/strict";
import { test } from "node:test";
import { asBytes, asText, isNumber, refused } from "../static/js/passkeys.js";

test("what is asked of the browser has bytes where JSON has base64url", () => {
  const read = asBytes({
    challenge: "-_8",
    rp: { id: "localhost" },
    user: { id: "YWRh", name: "ada" },
    excludeCredentials: [{ id: "AQI", type: "public-key" }],
  });
  assert.deepEqual([...read.challenge], [251, 255]);
  assert.deepEqual([...read.user.id], [97, 100, 97]);
  assert.equal(read.user.name, "ada");
  assert.deepEqual([...read.excludeCredentials[0].id], [1, 2]);
  assert.deepEqual(read.rp, { id: "localhost" });
  assert.equal("allowCredentials" in read, false);
});

test("what the browser answers is base64url, and what it leaves out is left out", () => {
  const buffer = (...numbers) => Uint8Array.from(numbers).buffer;
  const response = { clientDataJSON: buffer(251, 255), signature: buffer(1), userHandle: null };
  const said = asText({ id: "AQI", rawId: buffer(1, 2), type: "public-key", response });
  assert.deepEqual(said, {
    id: "AQI",
    rawId: "AQI",
    type: "public-key",
    response: { clientDataJSON: "-_8", signature: "AQ" },
  });
});

test("a refusal is said in words", () => {
  assert.match(refused({ status: 429 }), /wait/);
  assert.match(refused({ status: 403 }), /again/);
});

test("an address of numbers can have no passkey, a name can", () => {
  for (const host of ["127.0.0.1", "192.168.1.20", "[::1]"]) assert.equal(isNumber(host), true, host);
  for (const host of ["localhost", "example.org", "1and1.example"]) assert.equal(isNumber(host), false, host);
});
