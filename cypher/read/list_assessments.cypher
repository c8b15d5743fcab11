// The cells of relationship maps, of all places, of one, or of one body.
// Parameters: $area or '', $organization or ''.
// Columns: {{ columns_of_an_assessment }}.
MATCH (s:Assessment)-[r:ASSESSES]->(o:Organization)
WHERE s.open AND r.open AND o.open
    AND ($area = '' OR s.place = $area) AND ($organization = '' OR o.id = $organization)
RETURN collect([{{ columns_of_an_assessment(s, o) }}]) AS rows
