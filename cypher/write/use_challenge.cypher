// Use up what was sent out to be answered, and say what was kept with it: nothing where it has been answered, or expired.
// Parameters: $challenge, the digest of its secret; $purpose; $now, in milliseconds since 1970.
// Columns: kept.
MATCH (c:Challenge {id: $challenge, purpose: $purpose})
WHERE c.expires > $now
WITH c, c.kept AS kept
DELETE c
RETURN kept
