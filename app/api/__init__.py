"""The public GraphQL API: types, queries, loaders, limits and the endpoint."""
