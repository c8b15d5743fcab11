// The number that changes whenever data does.
// Parameters: none.
// Columns: number.
MATCH (v:DataVersion {id: 'current'})
RETURN collect([v.number]) AS rows
