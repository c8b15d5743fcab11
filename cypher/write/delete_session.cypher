// End one session of an account.
// Parameters: $account, its id; $session, the digest of its secret.
// Columns: removed.
MATCH (s:Session {id: $session, account: $account})
DELETE s
RETURN count(*) AS removed
