// Remove nodes that a place's file no longer has, with all their relationships. One scan, since removals are rare.
// Parameters: $places, the places whose files were read; $ids, of the nodes to remove, null for all of theirs.
// Columns: removed.
MATCH (n)
WHERE n.place IN $places AND ($ids IS NULL OR n.id IN $ids)
DETACH DELETE n
RETURN count(*) AS removed
