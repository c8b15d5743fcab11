// Note from which bodies of other places lines start that the file of a place records between other places' bodies.
// Parameters: $place; $bodies, ids.
// Columns: place.
MERGE (x:LinesElsewhere {id: $place})
SET x.bodies = $bodies
RETURN x.id AS place
