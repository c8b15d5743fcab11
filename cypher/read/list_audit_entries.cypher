// What happened to accounts, the newest first. Internal: administrators see it.
// Parameters: $beforeId, of the entry after the newest; $limit.
// Columns: id, moment, what, by, whom, about.
MATCH (e:AuditEntry)
WHERE e.id < $beforeId
WITH e ORDER BY e.id DESC LIMIT $limit
RETURN collect([e.id, e.moment, e.what, e.by, e.whom, e.about]) AS rows
