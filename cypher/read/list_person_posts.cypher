// The posts that some people hold, those included that the holder of a post of theirs fills.
// Pattern comprehensions, since the embedded engine scans everything for a second MATCH.
// Parameters: $ids of the people, $on, $includeProposed.
// Columns: of, capacity, holding_since, holding_until, office_vacated, seat_vacated, {{ columns_of_a_post }}.
MATCH (person:Person)
WHERE person.id IN $ids AND person.open
UNWIND [(person)-[h:HOLDS]->(q:Post)<-[f:FILLED_BY_HOLDER_OF*0..8]-(p:Post)-[i:POST_IN]->(b:Organization)
    WHERE q.open AND i.open AND b.open AND {{ holds_on_the_day(h) }}
        AND {{ holds_on_the_day(p) }}
        AND all(t IN f WHERE {{ holds_on_the_day(t) }}) | [
    person.id, h.capacity, h.since, h.until,
    {{ vacated(q) }}, {{ vacated(p) }},
    {{ columns_of_a_post(p, b) }}
]] AS row
RETURN collect(row) AS rows
