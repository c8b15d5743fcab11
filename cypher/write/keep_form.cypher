// Keep a form as somebody left it, over what was kept of it.
// Parameters: $id; $said, the properties of its node.
// Columns: id.
MERGE (f:KeptForm {id: $id})
SET f += $said
RETURN f.id AS id
