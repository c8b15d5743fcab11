// The posts that some people hold, those included that the holder of a post of theirs fills.
// Parameters: $ids of the people, $on.
// Columns: of, capacity, holdingSince, holdingUntil, id, label, role, basis, voting, takenUp, number,
// organization, proposed, certainty, note, termYears, vacantSince, reportBack, contactDetails, since,
// until, cites.
MATCH (person:Person)-[h:HOLDS]->(q:Post)
WHERE person.id IN $ids AND person.open AND q.open AND h.open AND h.proposed IS NULL
    AND coalesce(h.earliest, $on) <= $on AND coalesce(h.latest, $on) >= $on
MATCH path = (p:Post)-[:FILLED_BY_HOLDER_OF*0..8]->(q)
WHERE p.open AND p.proposed IS NULL AND coalesce(p.earliest, $on) <= $on AND coalesce(p.latest, $on) >= $on
    AND all(f IN relationships(path) WHERE f.open AND coalesce(f.earliest, $on) <= $on AND coalesce(f.latest, $on) >= $on)
MATCH (p)-[i:POST_IN]->(b:Organization)
WHERE i.open AND b.open
RETURN collect([
    person.id, h.capacity, h.since, h.until,
    p.id, p.label, p.role, p.basis, p.voting, p.takenUp, p.number, b.id, p.proposed, p.certainty, p.note,
    p.termYears, p.vacantSince, p.reportBack, p.contactDetails, p.since, p.until, p.cites
]) AS rows
