// Write a new token for a program.
// Parameters: $said, the properties of its node.
// Columns: id.
CREATE (t:Token)
SET t = $said
RETURN t.id AS id
