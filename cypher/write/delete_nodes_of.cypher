// Remove nodes of one label that a place's file no longer has, with all their relationships.
// Arguments: label, of the nodes.
// Parameters: $places, the places whose files were read; $ids, of the nodes to remove.
// Columns: removed.
UNWIND $ids AS id
MATCH (n:label {id: id})
WHERE n.place IN $places
DETACH DELETE n
RETURN count(*) AS removed
