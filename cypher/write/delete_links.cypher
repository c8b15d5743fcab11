// Remove all relationships that the files of some places had. One scan, since removals of places are rare.
// Parameters: $places, the places whose files were read.
// Columns: removed.
MATCH (a)-[r]->(b)
WHERE r.place IN $places
DELETE r
RETURN count(*) AS removed
