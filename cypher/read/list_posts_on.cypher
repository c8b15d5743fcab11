// The seats on some bodies, in the order of their roles and names.
// Parameters: $ids of the bodies, $on, $includeProposed.
// Columns: of, id, label, role, basis, voting, takenUp, number, organization, proposed, certainty, note,
// termYears, vacantSince, reportBack, contactDetails, since, until, cites.
MATCH (p:Post)-[i:POST_IN]->(b:Organization)
WHERE b.id IN $ids AND b.open AND i.open AND p.open AND coalesce(p.earliest, $on) <= $on AND coalesce(p.latest, $on) >= $on AND (p.proposed IS NULL OR $includeProposed)
RETURN collect([
    b.id,
    p.id, p.label, p.role, p.basis, p.voting, p.takenUp, p.number, b.id, p.proposed, p.certainty, p.note,
    p.termYears, p.vacantSince, p.reportBack, p.contactDetails, p.since, p.until, p.cites
]) AS rows
