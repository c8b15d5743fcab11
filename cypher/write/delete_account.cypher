// Remove an account; what lets in with it is removed by delete_keys_of_account.
// Parameters: $account, its id.
// Columns: removed.
MATCH (a:Account {id: $account})
DELETE a
RETURN count(*) AS removed
