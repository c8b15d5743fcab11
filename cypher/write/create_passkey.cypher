// Write a new passkey.
// Parameters: $said, the properties of its node.
// Columns: id.
CREATE (p:Passkey)
SET p = $said
RETURN p.id AS id
