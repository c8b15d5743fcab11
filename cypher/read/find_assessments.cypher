// Cells of relationship maps by their ids.
// Parameters: $ids.
// Columns: {{ columns_of_an_assessment }}.
MATCH (s:Assessment)-[r:ASSESSES]->(o:Organization)
WHERE s.id IN $ids AND s.open AND r.open AND o.open
RETURN collect([{{ columns_of_an_assessment(s, o) }}]) AS rows
