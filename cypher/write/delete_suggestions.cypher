// Drop suggestions that were seen to before some moment.
// Parameters: $before, in milliseconds since 1970.
// Columns: removed.
MATCH (s:Suggestion)
WHERE s.decided < $before
DELETE s
RETURN count(*) AS removed
