// A line by its id. There is no index over all types, so this one scans.
// Parameters: $id.
// Columns: {{ columns_of_a_line }}.
MATCH (a:Organization)-[l:{{ kinds_of_line }}]->(b:Organization)
WHERE l.id = $id AND l.open AND a.open AND b.open
RETURN collect([
    {{ columns_of_a_line(l, a, b) }}
]) AS rows
