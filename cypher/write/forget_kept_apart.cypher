// Forget that some entries are two with others: their ids may tell names.
// Parameters: $ids of the entries.
// Columns: removed.
MATCH (k:KeptApart)
WHERE k.one IN $ids OR k.other IN $ids
DELETE k
RETURN count(*) AS removed
