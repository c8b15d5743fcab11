// The peer: @neo4j/graphql behind Apollo, over the database that our site reads. One worker, or as many as PEER_WORKERS
// says, on one port. It prints `ready` once each answers.
import cluster from "node:cluster";

import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { Neo4jGraphQL } from "@neo4j/graphql";
import neo4j from "neo4j-driver";

const TYPES = `#graphql
  type Organization @node {
    id: ID!
    name: String!
    classification: String!
    sector: String
    posts: [Post!]! @relationship(type: "POST_IN", direction: IN)
    reportsTo: [Organization!]! @relationship(type: "REPORTS_TO", direction: OUT)
    feedsInto: [Organization!]! @relationship(type: "FEEDS_INTO", direction: OUT)
    memberOf: [Organization!]! @relationship(type: "MEMBER_OF", direction: OUT)
  }
  type Post @node {
    id: ID!
    role: String!
    label: String
    basis: String
    voting: String
    organization: [Organization!]! @relationship(type: "POST_IN", direction: OUT)
    onBehalfOf: [Organization!]! @relationship(type: "ON_BEHALF_OF", direction: OUT)
    holders: [Person!]! @relationship(type: "HOLDS", direction: IN)
  }
  type Person @node {
    id: ID!
    name: String!
    posts: [Post!]! @relationship(type: "HOLDS", direction: OUT)
  }
  type Row { board: ID! boardName: String! post: ID! holder: String via: [ID!]! }
  type Query {
    who(id: ID!): [Row!]! @cypher(columnName: "row", statement: """
      MATCH (us:Organization {id: $id})
      MATCH path = (us)-[:MEMBER_OF|FEEDS_INTO*0..4]->(g:Organization)
      MATCH (g)<-[:ON_BEHALF_OF]-(p:Post)-[:POST_IN]->(b:Organization)
      OPTIONAL MATCH (p)<-[:HOLDS]-(h)
      RETURN {board: b.id, boardName: b.name, post: p.id, holder: h.name, via: [n IN nodes(path) | n.id]} AS row
    """)
  }
`;

const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, PORT, PEER_WORKERS = "1" } = process.env;
const workers = Number(PEER_WORKERS);

if (workers > 1 && cluster.isPrimary) {
  let ready = 0;
  cluster.on("message", () => {
    ready += 1;
    if (ready === workers) console.log("ready");
  });
  for (let n = 0; n < workers; n += 1) cluster.fork();
} else {
  const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD));
  const schema = await new Neo4jGraphQL({ typeDefs: TYPES, driver }).getSchema();
  const server = new ApolloServer({ schema, includeStacktraceInErrorResponses: false });
  await startStandaloneServer(server, { listen: { port: Number(PORT), host: "127.0.0.1" } });
  if (process.send) process.send("ready");
  else console.log("ready");
}
