// The forms that are kept for an account, and of those that were saved a digest of the answers. Internal: only the account reads them.
// Parameters: $account, its id; $moment, since when.
// Columns: id, action, title, about, answers, was, moment, saved.
MATCH (f:KeptForm {account: $account})
WHERE f.moment >= $moment
RETURN collect([f.id, f.action, f.title, f.about, f.answers, f.was, f.moment, f.saved]) AS rows
