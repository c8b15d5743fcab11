// Remove a person with all relationships, whichever place's file says them.
// Parameters: $id of the person.
// Columns: removed.
MATCH (p:Person {id: $id})
DETACH DELETE p
RETURN count(*) AS removed
