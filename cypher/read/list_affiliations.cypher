// The bodies that some people work for or are given with.
// Parameters: $ids of the people, $on.
// Columns: of, organization, role, certainty, note, since, until, cites.
MATCH (p:Person)-[w:WORKS_FOR]->(o:Organization)
WHERE p.id IN $ids AND p.open AND o.open AND w.open AND coalesce(w.earliest, $on) <= $on AND coalesce(w.latest, $on) >= $on
RETURN collect([p.id, o.id, w.role, w.certainty, w.note, w.since, w.until, w.cites]) AS rows
