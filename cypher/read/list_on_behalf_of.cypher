// For whom the holders of some posts speak.
// Parameters: $ids of the posts, $on.
// Columns: post, organization.
MATCH (p:Post)-[v:ON_BEHALF_OF]->(o:Organization)
WHERE p.id IN $ids AND p.open AND o.open AND v.open AND coalesce(v.earliest, $on) <= $on AND coalesce(v.latest, $on) >= $on
RETURN collect([p.id, o.id]) AS rows
