// The seats that some bodies hold, or that are held on their behalf, on other bodies.
// Parameters: $ids of the bodies, $on, $includeProposed.
// Columns: of, id, label, role, basis, voting, takenUp, number, organization, proposed, certainty, note,
// termYears, vacantSince, reportBack, contactDetails, since, until, citeSources, citeLocators.
MATCH (o:Organization)-[v:ON_BEHALF_OF|HOLDS]-(p:Post)-[i:POST_IN]->(b:Organization)
WHERE o.id IN $ids AND o.open AND b.open AND i.open AND b.id <> o.id
    AND v.open AND v.earliest <= $on AND v.latest >= $on AND (NOT v.proposed OR $includeProposed)
    AND p.open AND p.earliest <= $on AND p.latest >= $on AND (NOT p.proposed OR $includeProposed)
WITH DISTINCT o, p, b
RETURN collect([
    o.id,
    p.id, p.label, p.role, p.basis, p.voting, p.takenUp, p.number, b.id, p.proposed, p.certainty, p.note,
    p.termYears, p.vacantSince, p.reportBack, p.contactDetails, p.since, p.until, p.citeSources,
    p.citeLocators
]) AS rows
