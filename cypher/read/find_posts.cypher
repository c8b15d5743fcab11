// Posts by their ids, each with the body it is on.
// Parameters: $ids.
// Columns: id, label, role, basis, voting, takenUp, number, organization, proposed, certainty, note,
// termYears, vacantSince, reportBack, contactDetails, since, until, cites.
MATCH (p:Post)-[i:POST_IN]->(b:Organization)
WHERE p.id IN $ids AND p.open AND i.open AND b.open
RETURN collect([
    p.id, p.label, p.role, p.basis, p.voting, p.takenUp, p.number, b.id, p.proposed, p.certainty, p.note,
    p.termYears, p.vacantSince, p.reportBack, p.contactDetails, p.since, p.until, p.cites
]) AS rows
