// The posts that some people ever hold, before and after the day too, those included that the holder of a post of theirs
// fills as long as that lasts.
// Pattern comprehensions, since the embedded engine scans everything for a second MATCH.
// Parameters: $ids of the people, $includeProposed.
// Columns: of, capacity, holding_since, holding_until, holding_cites, office_vacated, seat_vacated, {{ columns_of_a_post }}.
MATCH (person:Person)
WHERE person.id IN $ids AND person.open
UNWIND [(person)-[h:HOLDS]->(q:Post)<-[f:FILLED_BY_HOLDER_OF*0..8]-(p:Post)-[i:POST_IN]->(b:Organization)
    WHERE q.open AND i.open AND b.open AND h.open AND (h.proposed IS NULL OR $includeProposed)
        AND p.open AND (p.proposed IS NULL OR $includeProposed) AND {{ meets(h, p) }}
        AND all(t IN f WHERE t.open AND (t.proposed IS NULL OR $includeProposed) AND {{ meets(h, t) }}) | [
    person.id, h.capacity, h.since, h.until, h.cites, {{ vacated(q) }}, {{ vacated(p) }},
    {{ columns_of_a_post(p, b) }}
]] AS row
RETURN collect(row) AS rows
