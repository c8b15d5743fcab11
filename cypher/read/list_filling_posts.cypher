// The posts whose holders fill some posts, step by step, nearest first.
// Parameters: $ids of the posts, $on.
// Columns: of, steps, post, role, label, vacantSince, organization, organizationName.
MATCH path = (p:Post)-[:FILLED_BY_HOLDER_OF*1..8]->(q:Post)-[i:POST_IN]->(b:Organization)
WHERE p.id IN $ids AND p.open AND q.open AND i.open AND b.open
    AND all(f IN relationships(path) WHERE f.open AND coalesce(f.earliest, $on) <= $on AND coalesce(f.latest, $on) >= $on)
RETURN collect([p.id, size(relationships(path)) - 1, q.id, q.role, q.label, q.vacantSince, b.id, b.name]) AS rows
