// End all sessions of an account but one.
// Parameters: $account, its id; $session, the digest of the secret of the one that stays.
// Columns: removed.
MATCH (s:Session {account: $account})
WHERE s.id <> $session
DELETE s
RETURN count(*) AS removed
