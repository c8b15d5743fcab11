// Remove all passkeys of an account.
// Parameters: $account, its id.
// Columns: removed.
MATCH (p:Passkey {account: $account})
DELETE p
RETURN count(*) AS removed
