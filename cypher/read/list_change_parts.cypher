// Facts of a change as they were before it, packed. Internal: facts of any access.
// Parameters: $ids, of the parts.
// Columns: id, content.
UNWIND $ids AS id
MATCH (p:ChangePart {id: id})
RETURN collect([p.id, p.content]) AS rows
