// The places of bodies beside the one whose file they are in.
// Parameters: none.
// Columns: id, area_id.
MATCH (o:Organization)-[i:IN_AREA]->(a:Area)
WHERE o.open AND i.open AND a.open AND a.id <> o.place
RETURN collect([o.id, a.id]) AS rows
