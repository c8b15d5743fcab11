// The posts whose holders fill some posts, step by step, nearest first.
// Pattern comprehensions, since the embedded engine scans everything for a named path.
// Parameters: $ids of the posts, $on, $includeProposed.
// Columns: of, {{ columns_of_a_filling_post }}.
MATCH (p:Post)
WHERE p.id IN $ids AND p.open
UNWIND [(p)-[f:FILLED_BY_HOLDER_OF*1..8]->(q:Post)-[i:POST_IN]->(b:Organization)
    WHERE q.open AND {{ proposed_with_its_post(q, p) }} AND i.open AND b.open
        AND all(t IN f WHERE {{ holds_with_its_post(t, p) }}) |
    [p.id, {{ columns_of_a_filling_post(size(f), q, b) }}]] AS row
RETURN collect(row) AS rows
