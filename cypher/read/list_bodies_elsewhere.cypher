// From which bodies of other places lines start that the files of some places record between other places' bodies.
// Internal: facts of any access.
// Parameters: $places.
// Columns: place, bodies.
UNWIND $places AS place
MATCH (x:LinesElsewhere {id: place})
RETURN collect([x.id, x.bodies]) AS rows
