// Where whoever sent a suggestion is written to. Internal: nobody sees it, and a letter is sent there once.
// Parameters: $suggestion, its id.
// Columns: email.
MATCH (s:Suggestion {id: $suggestion})
RETURN collect([s.email]) AS rows
