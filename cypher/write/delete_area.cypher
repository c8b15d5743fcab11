// Remove an area in which nothing is, and what it is part of.
// Parameters: $id of the area.
// Columns: removed.
MATCH (a:Area {id: $id})
DETACH DELETE a
RETURN count(*) AS removed
