// Cells of relationship maps by their ids.
// Parameters: $ids.
// Columns: id, organization, dimension, rating, summary, by, on, cites.
MATCH (s:Assessment)-[r:ASSESSES]->(o:Organization)
WHERE s.id IN $ids AND s.open AND r.open AND o.open
RETURN collect([s.id, o.id, s.dimension, s.rating, s.summary, s.`by`, s.`on`, s.cites]) AS rows
