// All suggestions that wait, and the newest of the others. Internal: editors see those of their places.
// Parameters: $most that wait; $limit of the others.
// Columns: {{ columns_of_a_suggestion }}.
MATCH (s:Suggestion)
WITH s ORDER BY CASE WHEN s.state = 'waiting' THEN 0 ELSE 1 END, s.moment DESC, s.id LIMIT $most + $limit
RETURN collect([{{ columns_of_a_suggestion(s) }}]) AS rows
