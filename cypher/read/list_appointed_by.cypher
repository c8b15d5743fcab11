// Who elects or appoints the holders of some posts.
// Parameters: $ids of the posts, $on, $includeProposed.
// Columns: of, {{ columns_of_an_appointer }}.
MATCH (p:Post)-[v:APPOINTED_BY]->(o:Organization)
WHERE p.id IN $ids AND p.open AND o.open AND {{ holds_with_its_post(v, p) }}
RETURN collect([p.id, {{ columns_of_an_appointer(v, o) }}]) AS rows
