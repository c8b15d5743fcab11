// The ties between people and bodies that work for them or are given with them, of some people or of some bodies.
// Parameters: $ids of the people, $bodies.
// Columns: id, person, organization, role, certainty, note, since, until, cites.
CALL () {
    MATCH (p:Person)-[w:WORKS_FOR]->(o:Organization)
    WHERE p.id IN $ids AND p.open AND w.open AND o.open
    RETURN p, w, o
  UNION
    MATCH (p:Person)-[w:WORKS_FOR]->(o:Organization)
    WHERE o.id IN $bodies AND p.open AND w.open AND o.open
    RETURN p, w, o
}
RETURN collect([w.id, p.id, o.id, w.role, w.certainty, w.note, w.since, w.until, w.cites]) AS rows
