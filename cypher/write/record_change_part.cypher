// Record some facts of a change as they were before it, packed.
// Parameters: $id, of the change set and the number of the part in it; $content.
// Columns: id.
CREATE (p:ChangePart)
SET p.id = $id, p.content = $content
RETURN p.id AS id
