// Remove a source that nothing cites.
// Parameters: $id of the source.
// Columns: removed.
MATCH (s:Source {id: $id})
DETACH DELETE s
RETURN count(*) AS removed
