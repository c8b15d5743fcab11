// The suggestion that a private link leads to. Internal: its sender sees it.
// Parameters: $key, the digest of the link's secret.
// Columns: {{ columns_of_a_suggestion }}.
MATCH (s:Suggestion {key: $key})
RETURN collect([{{ columns_of_a_suggestion(s) }}]) AS rows
