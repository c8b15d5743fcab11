"""Names that mean one thing, several, or nothing: on pages, in commands and in GraphQL."""
