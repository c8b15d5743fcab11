// Everybody who ever holds some posts, before and after the day too, followed through FILLED_BY_HOLDER_OF as long as that
// lasts.
// Pattern comprehensions, since the embedded engine scans everything for a second MATCH.
// Parameters: $ids of the posts, $on, $includeProposed.
// Columns: of, {{ columns_of_a_tenure }}.
MATCH (p:Post)
WHERE p.id IN $ids AND p.open
UNWIND [(p)-[f:FILLED_BY_HOLDER_OF*0..8]->(q:Post)<-[h:HOLDS]-(holder)
    WHERE q.open AND {{ proposed_with_its_post(q, p) }} AND h.open AND holder.open AND {{ proposed_with_its_post(h, p) }}
        AND all(t IN f WHERE t.open AND {{ proposed_with_its_post(t, p) }} AND {{ meets(h, t) }}) | [
    p.id, {{ columns_of_a_tenure(q, h, holder) }}
]] AS row
RETURN collect(row) AS rows
