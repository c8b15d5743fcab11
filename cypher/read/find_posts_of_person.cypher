// Every post that a person holds, those included that the holder of a post of theirs fills, and where each is.
// Parameters: $of, a person's id; $on, a day; $includeProposed.
// Columns: post, board, cites.
MATCH (person:Person)-[h:HOLDS]->(q:Post)
WHERE person.id = $of AND person.open AND q.open AND h.open AND coalesce(h.earliest, $on) <= $on AND coalesce(h.latest, $on) >= $on AND (h.proposed IS NULL OR $includeProposed)
MATCH path = (p:Post)-[:FILLED_BY_HOLDER_OF*0..6]->(q)
WHERE p.open AND coalesce(p.earliest, $on) <= $on AND coalesce(p.latest, $on) >= $on AND (p.proposed IS NULL OR $includeProposed)
    AND all(f IN relationships(path) WHERE f.open AND coalesce(f.earliest, $on) <= $on AND coalesce(f.latest, $on) >= $on)
MATCH (p)-[i:POST_IN]->(b:Organization)
WHERE i.open AND b.open
RETURN collect(DISTINCT [p.id, b.id, p.cites]) AS rows
