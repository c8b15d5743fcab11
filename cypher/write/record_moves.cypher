// Keep what a change moved, so that an undo knows.
// Parameters: $number, of the change; $befores, $afters, $publics, side by side.
// Columns: id.
MERGE (m:Moves {id: $number})
SET m.befores = $befores, m.afters = $afters, m.publics = $publics
RETURN m.id AS id
