// The posts that some people hold, those included that the holder of a post of theirs fills.
// Parameters: $ids of the people, $on.
// Columns: of, capacity, holdingSince, holdingUntil, id, label, role, basis, voting, takenUp, number,
// organization, proposed, certainty, note, termYears, vacantSince, reportBack, contactDetails, since,
// until, citeSources, citeLocators.
MATCH (person:Person)-[h:HOLDS]->(q:Post)
WHERE person.id IN $ids AND person.open AND q.open AND h.open AND NOT h.proposed
    AND h.earliest <= $on AND h.latest >= $on
MATCH path = (p:Post)-[:FILLED_BY_HOLDER_OF*0..8]->(q)
WHERE p.open AND NOT p.proposed AND p.earliest <= $on AND p.latest >= $on
    AND all(f IN relationships(path) WHERE f.open AND f.earliest <= $on AND f.latest >= $on)
MATCH (p)-[i:POST_IN]->(b:Organization)
WHERE i.open AND b.open
RETURN collect([
    person.id, h.capacity, h.since, h.until,
    p.id, p.label, p.role, p.basis, p.voting, p.takenUp, p.number, b.id, p.proposed, p.certainty, p.note,
    p.termYears, p.vacantSince, p.reportBack, p.contactDetails, p.since, p.until, p.citeSources,
    p.citeLocators
]) AS rows
