// The account that somebody signs in to, with the hash of its password. Internal: it is compared, and never shown.
// Parameters: $login, in small letters.
// Columns: id, login, name, grants, has_password, disabled, password.
MATCH (a:Account {login: $login})
RETURN collect([a.id, a.login, a.name, a.grants, a.password IS NOT NULL, a.disabled, a.password]) AS rows
