// The forms that are kept for an account. Internal: only the account reads them.
// Parameters: $account, its id; $moment, since when.
// Columns: id, action, title, about, answers, was, moment.
MATCH (f:KeptForm {account: $account})
WHERE f.moment >= $moment
RETURN collect([f.id, f.action, f.title, f.about, f.answers, f.was, f.moment]) AS rows
