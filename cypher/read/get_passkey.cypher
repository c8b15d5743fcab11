// Whose a passkey is, and what its answers are checked by. Internal: it tells the site who asks.
// Parameters: $passkey, its id.
// Columns: id, login, name, grants, has_password, disabled, public_key, count.
MATCH (p:Passkey {id: $passkey})
MATCH (a:Account {id: p.account})
RETURN collect([a.id, a.login, a.name, a.grants, a.password IS NOT NULL, a.disabled, p.public_key, p.count]) AS rows
