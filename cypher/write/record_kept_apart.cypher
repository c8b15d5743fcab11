// Keep that two entries are two.
// Parameters: $id of the pair; $one, $other, their ids; $by, who says so; $now, milliseconds since 1970.
// Columns: id.
MERGE (k:KeptApart {id: $id})
SET k.one = $one, k.other = $other, k.by = $by, k.moment = $now
RETURN k.id AS id
