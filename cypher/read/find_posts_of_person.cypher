// Every post that a person holds, those included that the holder of a post of theirs fills, and where each is.
// Pattern comprehensions, since the embedded engine scans everything for a second MATCH.
// Parameters: $of, a person's id; $on, a day; $includeProposed.
// Columns: post_id, board_id, cites, capacity, holding_since, office_vacated, seat_vacated.
MATCH (person:Person {id: $of})
WHERE person.open
UNWIND [(person)-[h:HOLDS]->(q:Post)<-[f:FILLED_BY_HOLDER_OF*0..8]-(p:Post)-[i:POST_IN]->(b:Organization)
    WHERE q.open AND i.open AND b.open AND {{ holds_on_the_day(h) }}
        AND {{ holds_on_the_day(p) }}
        AND all(t IN f WHERE {{ holds_on_the_day(t) }}) | [
    p.id, b.id, p.cites, h.capacity, h.since, {{ vacated(q) }}, {{ vacated(p) }}
]] AS row
RETURN collect(DISTINCT row) AS rows
