// Drop what the log of accounts has from before some moment.
// Parameters: $before, in milliseconds since 1970.
// Columns: removed.
MATCH (e:AuditEntry)
WHERE e.moment < $before
DELETE e
RETURN count(*) AS removed
