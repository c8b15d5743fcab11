// The pairs of entries of which somebody said that they are two. Internal: of facts of any access.
// Parameters: none.
// Columns: id, one, other, by, moment.
MATCH (k:KeptApart)
RETURN collect([k.id, k.one, k.other, k.by, k.moment]) AS rows
