// A suggestion. Internal: editors see it.
// Parameters: $suggestion, its id.
// Columns: {{ columns_of_a_suggestion }}.
MATCH (s:Suggestion {id: $suggestion})
RETURN collect([{{ columns_of_a_suggestion(s) }}]) AS rows
