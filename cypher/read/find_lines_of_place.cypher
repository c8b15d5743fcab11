// Lines by their ids that one place's file records, from that place's bodies, whose ids begin as those of the lines do:
// there is no index of lines.
// Parameters: $ids; $within, with which they begin.
// Columns: {{ columns_of_a_line }}.
MATCH (o:Organization)
WHERE o.id STARTS WITH $within
UNWIND [(o)-[r:{{ kinds_of_line }}]-(other:Organization)
    WHERE r.id IN $ids AND r.open AND o.open AND other.open | r] AS l
WITH DISTINCT l
WITH l, startNode(l) AS a, endNode(l) AS b
RETURN collect([
    {{ columns_of_a_line(l, a, b) }}
]) AS rows
