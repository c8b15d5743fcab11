// Who elects or appoints the holders of some posts.
// Parameters: $ids of the posts, $on.
// Columns: post, organization.
MATCH (p:Post)-[v:APPOINTED_BY]->(o:Organization)
WHERE p.id IN $ids AND p.open AND o.open AND v.open AND coalesce(v.earliest, $on) <= $on AND coalesce(v.latest, $on) >= $on
RETURN collect([p.id, o.id]) AS rows
