// Remove a passkey of an account.
// Parameters: $account, its id; $passkey, the id of the passkey.
// Columns: removed.
MATCH (p:Passkey {id: $passkey, account: $account})
DELETE p
RETURN count(*) AS removed
