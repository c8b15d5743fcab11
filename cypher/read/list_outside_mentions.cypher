// Nodes about to be removed that facts of other places still point to. Internal: facts of any access.
// Parameters: $places, the places whose files were read, all of whose nodes are to go.
// Columns: id, place, by.
MATCH (n)-[r]-(other)
WHERE n.place IN $places AND NOT r.place IN $places
RETURN collect(DISTINCT [n.id, r.place, other.id]) AS rows
