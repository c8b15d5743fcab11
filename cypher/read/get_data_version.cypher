// The number that changes whenever data does, and when it last did.
// Parameters: none.
// Columns: number, moment.
MATCH (v:DataVersion {id: 'current'})
RETURN collect([v.number, coalesce(v.moment, 0)]) AS rows
