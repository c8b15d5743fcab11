// Whom the holders of some posts speak for, and who elects or appoints them, of whatever date.
// Parameters: $ids of the posts.
// Columns: type, id, post, organization, proposed, certainty, since, until, cites.
MATCH (p:Post)-[t:ON_BEHALF_OF|APPOINTED_BY]->(o:Organization)
WHERE p.id IN $ids AND p.open AND t.open AND o.open
RETURN collect([type(t), t.id, p.id, o.id, t.proposed, t.certainty, t.since, t.until, t.cites]) AS rows
