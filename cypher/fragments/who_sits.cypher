// Who holds a seat or held it before the day, and the offices whose holders fill it: `sitting` in app/domain/holding.py
// says who is there. Pattern comprehensions, since the embedded engine scans everything for a second MATCH or a named path.
// Arguments: p, the post.
// Columns: tenures[{{ columns_of_a_tenure }}], offices[{{ columns_of_a_filling_post }}].
[(p)-[f:FILLED_BY_HOLDER_OF*0..8]->(q:Post)<-[h:HOLDS]-(holder)
    WHERE q.open AND {{ proposed_with_its_post(q, p) }} AND holder.open AND {{ begun_with_its_post(h, p) }}
        AND all(t IN f WHERE {{ holds_with_its_post(t, p) }}) | [
    {{ columns_of_a_tenure(q, h, holder) }}
]],
[(p)-[f:FILLED_BY_HOLDER_OF*1..8]->(q:Post)-[i:POST_IN]->(b:Organization)
    WHERE q.open AND {{ proposed_with_its_post(q, p) }} AND i.open AND b.open AND all(t IN f WHERE {{ holds_with_its_post(t, p) }}) |
    [{{ columns_of_a_filling_post(size(f), q, b) }}]]
