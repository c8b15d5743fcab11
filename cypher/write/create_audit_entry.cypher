// Note in the log of accounts what happened.
// Parameters: $said, the properties of its node.
// Columns: id.
CREATE (e:AuditEntry)
SET e = $said
RETURN e.id AS id
