// Some seats and everything that is said of them: who holds or held them and by which offices, whom they speak for, and who
// appoints.
// Parameters: $ids of the posts, $on, $includeProposed.
// Columns: {{ columns_of_a_post }}, {{ who_sits }}, on_behalf_of, appointed_by[organization_id, say].
MATCH (p:Post)-[placed:POST_IN]->(body:Organization)
WHERE p.id IN $ids AND p.open AND placed.open AND body.open
RETURN collect([
    {{ columns_of_a_post(p, body) }},
    {{ who_sits(p) }},
    [(p)-[o:ON_BEHALF_OF]->(g:Organization) WHERE g.open AND {{ holds_with_its_post(o, p) }} | g.id],
    [(p)-[o:APPOINTED_BY]->(g:Organization) WHERE g.open AND {{ holds_with_its_post(o, p) }} | [g.id, o.`as`]]
]) AS rows
