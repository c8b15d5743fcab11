// Lines by their ids wherever they are. There is no index over all types, so this one scans, once for however many; `find_lines_of_place` does not.
// Parameters: $ids.
// Columns: {{ columns_of_a_line }}.
MATCH (a:Organization)-[l:{{ kinds_of_line }}]->(b:Organization)
WHERE l.id IN $ids AND l.open AND a.open AND b.open
RETURN collect([
    {{ columns_of_a_line(l, a, b) }}
]) AS rows
