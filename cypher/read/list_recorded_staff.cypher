// The people who work for some bodies or are given with them, of whatever date.
// Parameters: $ids of the bodies.
// Columns: id, person, organization, role, certainty, note, since, until, cites.
MATCH (o:Organization)<-[w:WORKS_FOR]-(p:Person)
WHERE o.id IN $ids AND o.open AND w.open AND p.open
RETURN collect([w.id, p.id, o.id, w.role, w.certainty, w.note, w.since, w.until, w.cites]) AS rows
