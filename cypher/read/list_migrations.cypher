// The schema statements that this database has seen.
// Parameters: none.
// Columns: id.
MATCH (m:Migration)
RETURN collect([m.id]) AS rows
