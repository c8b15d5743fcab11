// The lines from and to a body that had ended before a day, by themselves or with a body at one end.
// Parameters: $id of the body, $on, $limit.
// Columns: {{ columns_of_a_line }}.
MATCH (o:Organization)-[l:{{ kinds_of_line }}]-(other:Organization)
WHERE o.id = $id AND o.open AND other.open AND l.open AND l.holdsUntil < $on AND l.proposed IS NULL
WITH DISTINCT l, startNode(l) AS a, endNode(l) AS b
ORDER BY l.id
LIMIT $limit
RETURN collect([
    {{ columns_of_a_line(l, a, b) }}
]) AS rows
