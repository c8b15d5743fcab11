// Note that a passkey was used.
// Parameters: $passkey, its id; $said, the properties that change.
// Columns: id.
MATCH (p:Passkey {id: $passkey})
SET p += $said
RETURN p.id AS id
