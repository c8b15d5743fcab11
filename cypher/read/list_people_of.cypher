// The people who work for some bodies or are given with them.
// Parameters: $ids of the bodies, $on.
// Columns: of, person, role.
MATCH (p:Person)-[w:WORKS_FOR]->(o:Organization)
WHERE o.id IN $ids AND p.open AND o.open AND w.open AND coalesce(w.earliest, $on) <= $on AND coalesce(w.latest, $on) >= $on
RETURN collect([o.id, p.id, w.role]) AS rows
