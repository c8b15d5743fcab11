// The passkeys of an account. Internal: its owner sees them.
// Parameters: $account, its id.
// Columns: id, name, made, used.
MATCH (p:Passkey {account: $account})
RETURN collect([p.id, p.name, p.made, p.used]) AS rows
