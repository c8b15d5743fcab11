// What one change moved: ids before and after, side by side, and whether everybody may know. Internal: of facts of any access.
// Parameters: $number, of the change.
// Columns: befores, afters, publics.
MATCH (m:Moves {id: $number})
RETURN collect([m.befores, m.afters, m.publics]) AS rows
