"""The types and fields of the GraphQL schema; `root` puts them together."""
