// urql with graphcache, its normalised cache. Usage: node urql.mjs http://127.0.0.1:8000/graphql
import { Client, fetchExchange } from "@urql/core";
import { cacheExchange } from "@urql/exchange-graphcache";
import { buildClientSchema, getIntrospectionQuery, introspectionFromSchema, isObjectType } from "graphql";

import { compare, fetched } from "./comparing.mjs";

const url = process.argv[2];
const schema = buildClientSchema((await fetched(url, { query: getIntrospectionQuery() })).data);
const keys = Object.fromEntries(
  Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !("id" in type.getFields()))
    .map((type) => [type.name, () => null]),
);
const client = new Client({
  url,
  preferGetMethod: false,
  exchanges: [cacheExchange({ schema: introspectionFromSchema(schema), keys }), fetchExchange],
});

async function asked({ query, variables }, requestPolicy) {
  return (await client.query(query, variables, { requestPolicy }).toPromise()).data;
}

await compare(
  url,
  (one) => asked(one, "network-only"),
  (one) => asked(one, "cache-only"),
);
