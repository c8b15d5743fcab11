// Keep what was sent out to be answered.
// Parameters: $said, the properties of its node.
// Columns: id.
CREATE (c:Challenge)
SET c = $said
RETURN c.id AS id
