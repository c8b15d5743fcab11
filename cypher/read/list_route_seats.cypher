// Everything that is said of some seats beside themselves: who holds them and by which offices, whom they speak for, and
// who appoints. Pattern comprehensions, since the embedded engine scans everything for a second MATCH or a named path.
// Parameters: $ids of the posts, $on.
// Columns: of, tenures[{{ columns_of_a_tenure }}], offices[{{ columns_of_a_filling_post }}], on_behalf_of, appointed_by.
MATCH (p:Post)
WHERE p.id IN $ids AND p.open
RETURN collect([
    p.id,
    [(p)-[f:FILLED_BY_HOLDER_OF*0..8]->(q:Post)<-[h:HOLDS]-(holder)
        WHERE q.open AND holder.open AND {{ within_its_time(h) }}
            AND all(t IN f WHERE {{ within_its_time(t) }}) | [
        {{ columns_of_a_tenure(q, h, holder) }}
    ]],
    [(p)-[f:FILLED_BY_HOLDER_OF*1..8]->(q:Post)-[i:POST_IN]->(b:Organization)
        WHERE q.open AND i.open AND b.open AND all(t IN f WHERE {{ within_its_time(t) }}) |
        [{{ columns_of_a_filling_post(size(f), q, b) }}]],
    [(p)-[o:ON_BEHALF_OF]->(g:Organization) WHERE g.open AND {{ within_its_time(o) }} | g.id],
    [(p)-[o:APPOINTED_BY]->(g:Organization) WHERE g.open AND {{ within_its_time(o) }} | g.id]
]) AS rows
