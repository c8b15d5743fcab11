// The bodies that some people work for or are given with.
// Parameters: $ids of the people, $on.
// Columns: of, organization_id, role, certainty, note, since, until, cites.
MATCH (p:Person)-[w:WORKS_FOR]->(o:Organization)
WHERE p.id IN $ids AND p.open AND o.open AND {{ within_its_time(w) }}
RETURN collect([p.id, o.id, w.role, w.certainty, w.note, w.since, w.until, w.cites]) AS rows
