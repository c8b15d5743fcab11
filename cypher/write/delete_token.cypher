// Revoke a token by its label.
// Parameters: $label.
// Columns: removed.
MATCH (t:Token {label: $label})
DELETE t
RETURN count(*) AS removed
