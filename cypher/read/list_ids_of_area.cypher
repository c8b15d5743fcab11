// The bodies and constituencies of an area, of whatever date and status.
// Parameters: $area.
// Columns: id.
MATCH (a:Area)<-[i:IN_AREA]-(o:Organization)
WHERE a.id = $area AND a.open AND i.open AND o.open
RETURN collect(DISTINCT [o.id]) AS rows
