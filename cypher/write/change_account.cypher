// Overwrite some properties of an account.
// Parameters: $account, its id; $said, those properties.
// Columns: id.
MATCH (a:Account {id: $account})
SET a += $said
RETURN a.id AS id
