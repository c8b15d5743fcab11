// Who holds some posts, or held them before the day, followed through FILLED_BY_HOLDER_OF, with the bodies that a person is given with.
// Pattern comprehensions, since the embedded engine scans everything for a second MATCH.
// Parameters: $ids of the posts, $on, $includeProposed.
// Columns: of, {{ columns_of_a_tenure }}.
MATCH (p:Post)
WHERE p.id IN $ids AND p.open
UNWIND [(p)-[f:FILLED_BY_HOLDER_OF*0..8]->(q:Post)<-[h:HOLDS]-(holder)
    WHERE q.open AND {{ proposed_with_its_post(q, p) }} AND holder.open AND {{ begun_with_its_post(h, p) }}
        AND all(t IN f WHERE {{ holds_with_its_post(t, p) }}) | [
    p.id, {{ columns_of_a_tenure(q, h, holder) }}
]] AS row
RETURN collect(row) AS rows
