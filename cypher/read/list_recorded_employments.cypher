// The bodies that some people work for or are given with, of whatever date.
// Parameters: $ids of the people.
// Columns: id, person, organization, role, certainty, note, since, until, cites.
MATCH (p:Person)-[w:WORKS_FOR]->(o:Organization)
WHERE p.id IN $ids AND p.open AND w.open AND o.open
RETURN collect([w.id, p.id, o.id, w.role, w.certainty, w.note, w.since, w.until, w.cites]) AS rows
