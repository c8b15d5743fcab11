// Remove relationships that a place's file no longer has, or has between other ends, found from where they start.
// Arguments: label, of the nodes that they start from.
// Parameters: $places, whose they are; $rows, maps with type, id and from, the id of the node.
// Columns: removed.
UNWIND $rows AS row
MATCH (a:label {id: row.from})-[r]->()
WHERE r.id = row.id AND type(r) = row.type AND r.place IN $places
DELETE r
RETURN count(*) AS removed
