// Whose a token is that has not expired, and what it may. Internal: it tells the site who asks.
// Parameters: $token, the digest of its secret; $now, in milliseconds since 1970.
// Columns: id, login, name, grants, has_password, disabled, limits, label.
MATCH (t:Token {id: $token})
WHERE t.expires > $now
MATCH (a:Account {id: t.account})
WHERE NOT a.disabled
RETURN collect([a.id, a.login, a.name, a.grants, a.password IS NOT NULL, a.disabled, t.limits, t.label]) AS rows
