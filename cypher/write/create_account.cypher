// Write a new account.
// Parameters: $said, the properties of its node.
// Columns: id.
CREATE (a:Account)
SET a = $said
RETURN a.id AS id
