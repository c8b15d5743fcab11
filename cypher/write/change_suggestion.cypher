// Say what became of a suggestion.
// Parameters: $suggestion, its id; $said, the properties that change.
// Columns: id.
MATCH (s:Suggestion {id: $suggestion})
SET s += $said
RETURN s.id AS id
