// The cells of relationship maps, of all places, of one, or of one body.
// Parameters: $area or '', $organization or ''.
// Columns: id, organization, dimension, rating, summary, by, on, cites.
MATCH (s:Assessment)-[r:ASSESSES]->(o:Organization)
WHERE s.open AND r.open AND o.open
    AND ($area = '' OR s.place = $area) AND ($organization = '' OR o.id = $organization)
RETURN collect([s.id, o.id, s.dimension, s.rating, s.summary, s.`by`, s.`on`, s.cites]) AS rows
