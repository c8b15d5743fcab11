// Where an account is signed in, the newest first. Internal: its owner sees them, and nobody else.
// Parameters: $account, its id; $now, in milliseconds since 1970.
// Columns: id, began, expires, how.
MATCH (s:Session {account: $account})
WHERE s.expires > $now
WITH s ORDER BY s.began DESC LIMIT 200
RETURN collect([s.id, s.began, s.expires, s.how]) AS rows
