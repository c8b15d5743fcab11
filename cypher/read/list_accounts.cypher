// Every account, without its password. Internal: accounts are on no page that others see.
// Parameters: none.
// Columns: id, login, name, grants, has_password, disabled.
MATCH (a:Account)
RETURN collect([a.id, a.login, a.name, a.grants, a.password IS NOT NULL, a.disabled]) AS rows
