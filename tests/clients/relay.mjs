// Relay's runtime with its store, over documents that its compiler read. Usage: node relay.mjs ADDRESS SCHEMA FOLDER
import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import relay from "relay-runtime";

import { asked } from "./asked.mjs";
import { compare, fetched } from "./comparing.mjs";

const { Environment, Network, RecordSource, Store, createOperationDescriptor, fetchQuery } = relay;
const [, , url, schema, folder] = process.argv;

// The compiler wants each document in a tag of a module, under the module's name.
const artifactName = (name) => `asked${name}Query`;
const documents = new Map(asked.map(({ name, query }) => [name, query]));
const tags = [...documents].map(([name, query]) => `graphql\`${query.replace(`query ${name}`, `query ${artifactName(name)}`)}\`;`);
mkdirSync(join(folder, "src", "__generated__"), { recursive: true });
writeFileSync(join(folder, "package.json"), '{"type": "module"}');
writeFileSync(join(folder, "src", "asked.js"), tags.join("\n"));
symlinkSync(schema, join(folder, "schema.graphql"));
writeFileSync(
  join(folder, "relay.config.json"),
  JSON.stringify({ src: "src", schema: "schema.graphql", language: "javascript", eagerEsModules: true }),
);
execFileSync(createRequire(import.meta.url)("relay-compiler"), ["relay.config.json"], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
const artifacts = new Map();
for (const name of documents.keys()) {
  const path = join(folder, "src", "__generated__", `${artifactName(name)}.graphql.js`);
  artifacts.set(name, (await import(pathToFileURL(path))).default);
}

const environment = new Environment({
  network: Network.create(({ text }, variables) => fetched(url, { query: text, variables })),
  store: new Store(new RecordSource()),
  // By the type too: a theme may be called as a body of its place is.
  getDataID: (value, type) => (typeof value.id === "string" ? `${type}:${value.id}` : undefined),
});
const operation = ({ name, variables }) => createOperationDescriptor(artifacts.get(name), variables);

await compare(
  url,
  async (one) => {
    environment.retain(operation(one));
    await fetchQuery(environment, artifacts.get(one.name), one.variables).toPromise();
  },
  (one) => environment.lookup(operation(one).fragment).data,
);
