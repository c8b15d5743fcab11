// Write a new session.
// Parameters: $said, the properties of its node.
// Columns: id.
CREATE (s:Session)
SET s = $said
RETURN s.id AS id
