// Everything that is said of some seats beside themselves: who holds or held them and by which offices, whom they speak for,
// and who appoints.
// Parameters: $ids of the posts, $on, $includeProposed.
// Columns: of, {{ who_sits }}, on_behalf_of, appointed_by[organization_id, say].
MATCH (p:Post)
WHERE p.id IN $ids AND p.open
RETURN collect([
    p.id,
    {{ who_sits(p) }},
    [(p)-[o:ON_BEHALF_OF]->(g:Organization) WHERE g.open AND {{ holds_with_its_post(o, p) }} | g.id],
    [(p)-[o:APPOINTED_BY]->(g:Organization) WHERE g.open AND {{ holds_with_its_post(o, p) }} | [g.id, o.`as`]]
]) AS rows
