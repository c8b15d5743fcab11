// Keep a form as somebody left it, over what was kept of it; not where just these answers were saved.
// Parameters: $id; $said, the properties of its node; $same, what tells the answers, or ''.
// Columns: kept.
MERGE (f:KeptForm {id: $id})
WITH f, f.saved IS NULL OR f.saved <> $same AS fresh
FOREACH (_ IN CASE WHEN fresh THEN [1] ELSE [] END | SET f += $said)
RETURN CASE WHEN fresh THEN 1 ELSE 0 END AS kept
