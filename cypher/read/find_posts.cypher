// Posts by their ids, each with the body it is on.
// Parameters: $ids.
// Columns: {{ columns_of_a_post }}.
MATCH (p:Post)-[i:POST_IN]->(b:Organization)
WHERE p.id IN $ids AND p.open AND i.open AND b.open
RETURN collect([
    {{ columns_of_a_post(p, b) }}
]) AS rows
