// Whose a session is that has not ended. Internal: it tells the site who asks.
// Parameters: $session, the digest of its secret; $now, in milliseconds since 1970.
// Columns: id, login, name, grants, has_password, disabled, how, began.
MATCH (s:Session {id: $session})
WHERE s.expires > $now
MATCH (a:Account {id: s.account})
WHERE NOT a.disabled
RETURN collect([a.id, a.login, a.name, a.grants, a.password IS NOT NULL, a.disabled, s.how, s.began]) AS rows
