// Every post that a person holds, those included that the holder of a post of theirs fills, and where each is.
// Parameters: $of, a person's id; $on, a day; $includeProposed.
// Columns: post, board, sources.
MATCH (person:Person)-[h:HOLDS]->(q:Post)
WHERE person.id = $of AND person.open AND q.open AND h.open AND h.earliest <= $on AND h.latest >= $on AND (NOT h.proposed OR $includeProposed)
MATCH path = (p:Post)-[:FILLED_BY_HOLDER_OF*0..6]->(q)
WHERE p.open AND p.earliest <= $on AND p.latest >= $on AND (NOT p.proposed OR $includeProposed)
    AND all(f IN relationships(path) WHERE f.open AND f.earliest <= $on AND f.latest >= $on)
MATCH (p)-[i:POST_IN]->(b:Organization)
WHERE i.open AND b.open
RETURN collect(DISTINCT [p.id, b.id, p.citeSources]) AS rows
