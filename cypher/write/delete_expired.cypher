// Remove sessions and links that let nobody in any more, and what nobody answered.
// Parameters: $now, in milliseconds since 1970.
// Columns: removed.
MATCH (n:Session|SignInLink|Challenge)
WHERE n.expires <= $now
DELETE n
RETURN count(*) AS removed
