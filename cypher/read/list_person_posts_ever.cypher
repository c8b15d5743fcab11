// The posts that some people ever hold, before and after the day too, those included that the holder of a post of theirs
// fills as long as that lasts.
// Parameters: $ids of the people, $includeProposed.
// Columns: of, capacity, holding_since, holding_until, office_vacated, seat_vacated, {{ columns_of_a_post }}.
MATCH (person:Person)-[h:HOLDS]->(q:Post)
WHERE person.id IN $ids AND person.open AND q.open AND h.open AND (h.proposed IS NULL OR $includeProposed)
MATCH path = (p:Post)-[:FILLED_BY_HOLDER_OF*0..8]->(q)
WHERE p.open AND (p.proposed IS NULL OR $includeProposed) AND {{ meets(h, p) }}
    AND all(f IN relationships(path) WHERE f.open AND (f.proposed IS NULL OR $includeProposed) AND {{ meets(h, f) }})
MATCH (p)-[i:POST_IN]->(b:Organization)
WHERE i.open AND b.open
RETURN collect([
    person.id, h.capacity, h.since, h.until, {{ vacated(q) }}, {{ vacated(p) }},
    {{ columns_of_a_post(p, b) }}
]) AS rows
