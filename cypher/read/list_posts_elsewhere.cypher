// The seats that some bodies hold, or that are held on their behalf, on other bodies.
// Parameters: $ids of the bodies, $on, $includeProposed.
// Columns: of, id, label, role, basis, voting, takenUp, number, organization, proposed, certainty, note,
// termYears, vacantSince, reportBack, contactDetails, since, until, cites.
MATCH (o:Organization)-[v:ON_BEHALF_OF|HOLDS]-(p:Post)-[i:POST_IN]->(b:Organization)
WHERE o.id IN $ids AND o.open AND b.open AND i.open AND b.id <> o.id
    AND v.open AND coalesce(v.earliest, $on) <= $on AND coalesce(v.latest, $on) >= $on AND (v.proposed IS NULL OR $includeProposed)
    AND p.open AND coalesce(p.earliest, $on) <= $on AND coalesce(p.latest, $on) >= $on AND (p.proposed IS NULL OR $includeProposed)
WITH DISTINCT o, p, b
RETURN collect([
    o.id,
    p.id, p.label, p.role, p.basis, p.voting, p.takenUp, p.number, b.id, p.proposed, p.certainty, p.note,
    p.termYears, p.vacantSince, p.reportBack, p.contactDetails, p.since, p.until, p.cites
]) AS rows
