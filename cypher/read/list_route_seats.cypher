// Everything that is said of some seats beside themselves: who holds or held them and by which offices, whom they speak for, and
// who appoints. Pattern comprehensions, since the embedded engine scans everything for a second MATCH or a named path.
// Parameters: $ids of the posts, $on, $includeProposed.
// Columns: of, tenures[{{ columns_of_a_tenure }}], offices[{{ columns_of_a_filling_post }}], on_behalf_of,
// appointed_by[organization_id, say].
MATCH (p:Post)
WHERE p.id IN $ids AND p.open
RETURN collect([
    p.id,
    [(p)-[f:FILLED_BY_HOLDER_OF*0..8]->(q:Post)<-[h:HOLDS]-(holder)
        WHERE q.open AND {{ proposed_with_its_post(q, p) }} AND holder.open AND {{ begun_with_its_post(h, p) }}
            AND all(t IN f WHERE {{ holds_with_its_post(t, p) }}) | [
        {{ columns_of_a_tenure(q, h, holder) }}
    ]],
    [(p)-[f:FILLED_BY_HOLDER_OF*1..8]->(q:Post)-[i:POST_IN]->(b:Organization)
        WHERE q.open AND {{ proposed_with_its_post(q, p) }} AND i.open AND b.open AND all(t IN f WHERE {{ holds_with_its_post(t, p) }}) |
        [{{ columns_of_a_filling_post(size(f), q, b) }}]],
    [(p)-[o:ON_BEHALF_OF]->(g:Organization) WHERE g.open AND {{ holds_with_its_post(o, p) }} | g.id],
    [(p)-[o:APPOINTED_BY]->(g:Organization) WHERE g.open AND {{ holds_with_its_post(o, p) }} | [g.id, o.`as`]]
]) AS rows
