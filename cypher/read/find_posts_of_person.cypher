// Every post that a person holds, those included that the holder of a post of theirs fills, and where each is.
// Parameters: $of, a person's id; $on, a day; $includeProposed.
// Columns: post_id, board_id, cites, capacity, holding_since, office_vacated, seat_vacated.
MATCH (person:Person)-[h:HOLDS]->(q:Post)
WHERE person.id = $of AND person.open AND q.open AND {{ holds_on_the_day(h) }}
MATCH path = (p:Post)-[:FILLED_BY_HOLDER_OF*0..8]->(q)
WHERE {{ holds_on_the_day(p) }}
    AND all(f IN relationships(path) WHERE {{ holds_on_the_day(f) }})
MATCH (p)-[i:POST_IN]->(b:Organization)
WHERE i.open AND b.open
RETURN collect(DISTINCT [
    p.id, b.id, p.cites, h.capacity, h.since, {{ vacated(q) }}, {{ vacated(p) }}
]) AS rows
