// The posts that some people hold, those included that the holder of a post of theirs fills.
// Parameters: $ids of the people, $on, $includeProposed.
// Columns: of, capacity, holding_since, holding_until, office_vacated, seat_vacated, {{ columns_of_a_post }}.
MATCH (person:Person)-[h:HOLDS]->(q:Post)
WHERE person.id IN $ids AND person.open AND q.open AND {{ holds_on_the_day(h) }}
MATCH path = (p:Post)-[:FILLED_BY_HOLDER_OF*0..8]->(q)
WHERE {{ holds_on_the_day(p) }}
    AND all(f IN relationships(path) WHERE {{ holds_on_the_day(f) }})
MATCH (p)-[i:POST_IN]->(b:Organization)
WHERE i.open AND b.open
RETURN collect([
    person.id, h.capacity, h.since, h.until,
    {{ vacated(q) }}, {{ vacated(p) }},
    {{ columns_of_a_post(p, b) }}
]) AS rows
