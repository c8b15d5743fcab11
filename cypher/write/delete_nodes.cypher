// Remove all nodes that the files of some places had, with all their relationships. One scan, since removals of places are rare.
// Parameters: $places, the places whose files were read.
// Columns: removed.
MATCH (n)
WHERE n.place IN $places
DETACH DELETE n
RETURN count(*) AS removed
