// What happened to accounts, the newest first, those of the same moment by id. Internal: administrators see it.
// Parameters: $before, in milliseconds since 1970; $limit.
// Columns: moment, what, by, whom, about.
MATCH (e:AuditEntry)
WHERE e.moment < $before
WITH e ORDER BY e.moment DESC, e.id DESC LIMIT $limit
RETURN collect([e.moment, e.what, e.by, e.whom, e.about]) AS rows
