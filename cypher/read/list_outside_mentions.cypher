// Nodes about to be removed that facts of other places still point to. Internal: facts of any access.
// Parameters: $places, the places whose files were read; $ids, of the nodes to remove, null for all of theirs.
// Columns: id, place, by.
MATCH (n)-[r]-(other)
WHERE n.place IN $places AND ($ids IS NULL OR n.id IN $ids) AND NOT r.place IN $places
RETURN collect(DISTINCT [n.id, r.place, other.id]) AS rows
