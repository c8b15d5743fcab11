// Every token for a program, without its secret. Internal: administrators see them.
// Parameters: none.
// Columns: id, label, login, limits, made, expires.
MATCH (t:Token)
MATCH (a:Account {id: t.account})
WITH t, a ORDER BY t.made LIMIT 2000
RETURN collect([t.id, t.label, a.login, t.limits, t.made, t.expires]) AS rows
