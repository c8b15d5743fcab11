// Forget what some ids are by now.
// Parameters: $ids.
// Columns: removed.
UNWIND $ids AS id
MATCH (r:Redirect {id: id})
DELETE r
RETURN count(*) AS removed
