// Record a change: who made it how and why, what it did in words and in counts.
// Parameters: $said, the properties of its node.
// Columns: id.
CREATE (c:ChangeSet)
SET c = $said
RETURN c.id AS id
