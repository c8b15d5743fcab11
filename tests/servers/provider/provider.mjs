// A provider of OpenID Connect as a process of its own: it prints its address as a line of JSON.
// Arguments: where people may be sent back to. Who signs in is told by the name that is typed: `ada` has the verified
// address ada@example.org, `ada.unverified` the same address, unverified, `ada.other` the same address as another person,
// `eve-at-elsewhere` an address elsewhere. `/-/groups/editors,stewards` says in which groups whoever signs in next is, and
// `/-/clock/3600` puts the clock forward.
import http from "node:http";
import { Provider } from "oidc-provider";

const real = Date.now;
let ahead = 0;
let groups = [];
Date.now = () => real() + ahead;

function claimsOf(id) {
  const [local, kind] = id.split(".");
  const [name, elsewhere] = local.split("-at-");
  const email = `${name}@${elsewhere ? "elsewhere.example.net" : "example.org"}`;
  return { sub: id, email, email_verified: kind !== "unverified", name: `Name of ${name} @ work`, groups };
}

const server = http.createServer();
server.listen(0, "127.0.0.1", () => {
  const address = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(address, {
    clients: [
      {
        client_id: "partnerships",
        client_secret: "zclientsecret-of-nobody",
        redirect_uris: process.argv.slice(2),
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name", "groups"] },
    cookies: { keys: ["of a test"] },
    features: { devInteractions: { enabled: true } },
    findAccount: (_, id) => ({ accountId: id, claims: () => claimsOf(id) }),
    pkce: { required: () => true },
    ttl: { IdToken: 600, AccessToken: 600, Interaction: 600, Session: 600, Grant: 600, AuthorizationCode: 600 },
  });
  const answer = provider.callback();
  server.on("request", (request, response) => {
    const [, own, what, said] = request.url.split("/");
    if (own === "-") {
      if (what === "clock") ahead = Number(said) * 1000;
      if (what === "groups") groups = said.split(",").filter(Boolean);
      response.end("set");
    } else {
      answer(request, response);
    }
  });
  process.stdout.write(`${JSON.stringify({ address })}\n`);
});
