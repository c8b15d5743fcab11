// Remove the links that are not used yet of an account.
// Parameters: $account, its id; '' for those that make the first administrator.
// Columns: removed.
MATCH (l:SignInLink {account: $account})
DELETE l
RETURN count(*) AS removed
