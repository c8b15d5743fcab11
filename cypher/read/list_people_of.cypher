// The people who work for some bodies or are given with them.
// Parameters: $ids of the bodies, $on.
// Columns: of, person_id, role.
MATCH (p:Person)-[w:WORKS_FOR]->(o:Organization)
WHERE o.id IN $ids AND p.open AND o.open AND {{ within_its_time(w) }}
RETURN collect([o.id, p.id, w.role]) AS rows
