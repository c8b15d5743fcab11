// Apollo Client with its normalised cache. Usage: node apollo.mjs http://127.0.0.1:8000/graphql
import { ApolloClient, HttpLink, InMemoryCache, gql } from "@apollo/client/core";
import { buildClientSchema, getIntrospectionQuery, isAbstractType } from "graphql";

import { compare, fetched } from "./comparing.mjs";

const url = process.argv[2];
const schema = buildClientSchema((await fetched(url, { query: getIntrospectionQuery() })).data);
const possibleTypes = Object.fromEntries(
  Object.values(schema.getTypeMap())
    .filter(isAbstractType)
    .map((type) => [type.name, schema.getPossibleTypes(type).map((member) => member.name)]),
);
const client = new ApolloClient({
  link: new HttpLink({ uri: url, fetch }),
  cache: new InMemoryCache({ possibleTypes }),
  defaultOptions: { query: { errorPolicy: "all" } },
});

await compare(
  url,
  ({ query, variables }) => client.query({ query: gql(query), variables, fetchPolicy: "network-only" }),
  ({ query, variables }) => client.cache.readQuery({ query: client.cache.transformDocument(gql(query)), variables }),
);
