// The posts whose holders fill some posts, step by step, nearest first.
// Parameters: $ids of the posts, $on, $includeProposed.
// Columns: of, {{ columns_of_a_filling_post }}.
MATCH path = (p:Post)-[:FILLED_BY_HOLDER_OF*1..8]->(q:Post)-[i:POST_IN]->(b:Organization)
WHERE p.id IN $ids AND p.open AND q.open AND {{ proposed_with_its_post(q, p) }} AND i.open AND b.open
    AND all(f IN relationships(path) WHERE {{ holds_with_its_post(f, p) }})
RETURN collect([p.id, {{ columns_of_a_filling_post(size(relationships(path)) - 1, q, b) }}]) AS rows
