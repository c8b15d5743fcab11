// Forget that two entries are two.
// Parameters: $id of the pair.
// Columns: removed.
MATCH (k:KeptApart {id: $id})
DELETE k
RETURN count(*) AS removed
