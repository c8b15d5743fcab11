// Asks one server for some seconds: `node shoot.mjs ADDRESS CONNECTIONS SECONDS`, with a list of bodies as JSON on
// standard input, which are asked in turn. Prints what came of it as JSON; times are milliseconds.
// NUMBER in a body becomes another one in each request, so that no answer can have been kept for it.
import autocannon from "autocannon";
import { text } from "node:stream/consumers";

const [url, connections, duration] = process.argv.slice(2);
const bodies = JSON.parse(await text(process.stdin));
const times = [];
let bytes = 0;
let refused = 0;
let number = Date.now() * 1000;

function request(body) {
  const [before, after] = JSON.stringify(body).split("NUMBER");
  if (after === undefined) return { body: before };
  const setupRequest = (made) => {
    number += 1;
    return { ...made, body: `${before}${number}${after}` };
  };
  return { setupRequest };
}

const asking = autocannon({
  url,
  connections: Number(connections),
  duration: Number(duration),
  method: "POST",
  headers: { "content-type": "application/json" },
  requests: bodies.map((body) => request(body)),
});
asking.on("response", (client, status, size, time) => {
  times.push(time);
  bytes += size;
  if (status !== 200) refused += 1;
});
const result = await asking;

times.sort((a, b) => a - b);
const below = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN;
console.log(
  JSON.stringify({
    rate: times.length / result.duration,
    p50: below(0.5),
    p95: below(0.95),
    asked: times.length,
    failed: refused + result.errors,
    bytes: bytes / Math.max(1, times.length),
  }),
);
