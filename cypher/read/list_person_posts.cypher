// The posts that some people hold, those included that the holder of a post of theirs fills.
// Parameters: $ids of the people, $on.
// Columns: of, capacity, holding_since, holding_until, {{ columns_of_a_post }}.
MATCH (person:Person)-[h:HOLDS]->(q:Post)
WHERE person.id IN $ids AND person.open AND q.open AND {{ within_its_time(h) }} AND h.proposed IS NULL
MATCH path = (p:Post)-[:FILLED_BY_HOLDER_OF*0..8]->(q)
WHERE {{ within_its_time(p) }} AND p.proposed IS NULL
    AND all(f IN relationships(path) WHERE {{ within_its_time(f) }})
MATCH (p)-[i:POST_IN]->(b:Organization)
WHERE i.open AND b.open
RETURN collect([
    person.id, h.capacity, h.since, h.until,
    {{ columns_of_a_post(p, b) }}
]) AS rows
