// The cells of relationship maps, of all places, of one, or of one body; single flags are on the screen of who gave them alone.
// Parameters: $area or '', $organization or ''.
// Columns: {{ columns_of_an_assessment }}.
MATCH (s:Assessment)-[r:ASSESSES]->(o:Organization)
WHERE s.open AND r.open AND o.open AND s.flag IS NULL
    AND ($area = '' OR s.place = $area) AND ($organization = '' OR o.id = $organization)
RETURN collect([{{ columns_of_an_assessment(s, o) }}]) AS rows
