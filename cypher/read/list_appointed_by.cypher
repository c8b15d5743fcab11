// Who elects or appoints the holders of some posts.
// Parameters: $ids of the posts, $on, $includeProposed.
// Columns: of, organization_id, say.
MATCH (p:Post)-[v:APPOINTED_BY]->(o:Organization)
WHERE p.id IN $ids AND p.open AND o.open AND {{ holds_with_its_post(v, p) }}
RETURN collect([p.id, o.id, v.`as`]) AS rows
