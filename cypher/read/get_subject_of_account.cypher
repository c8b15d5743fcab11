// By what the provider knows whose account it is. Internal: it is compared, and never shown.
// Parameters: $account, its id.
// Columns: subject.
MATCH (a:Account {id: $account})
RETURN collect([a.subject]) AS rows
