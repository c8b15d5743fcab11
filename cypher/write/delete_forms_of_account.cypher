// Throw away all forms that are kept for an account.
// Parameters: $account, its id.
// Columns: removed.
MATCH (f:KeptForm {account: $account})
DELETE f
RETURN count(*) AS removed
