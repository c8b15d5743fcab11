// A page of seats, by their ids; one more than asked for, to know whether there are more. Those on a body or of a place are
// found from there. A seat is open only on an open body, so of all of them no body is looked at but those of the page.
// Parameters: $area and $organization or '', $touched, $touchedIn, $on, $includeProposed, $afterId of the last one seen or '', $limit.
// Columns: total, page[{{ columns_of_a_post }}].
{{ bodies_asked_for }}
WITH collect(b) AS bodies
CALL (bodies) {
    UNWIND bodies AS b
    UNWIND [(b)<-[i:POST_IN]-(p:Post) WHERE i.open AND {{ holds_on_the_day(p) }} AND {{ touched_since(p) }} | p] AS p
    WITH p ORDER BY p.id
    WITH collect(p) AS found
    RETURN size(found) AS some, {{ page_by_id(found) }} AS page
}
CALL () {
    UNWIND CASE WHEN $organization = '' AND $area = '' THEN [1] ELSE [] END AS everywhere
    MATCH (p:Post)
    WHERE {{ holds_on_the_day(p) }} AND {{ touched_since(p) }}
    RETURN count(p) AS every
}
CALL () {
    UNWIND CASE WHEN $organization = '' AND $area = '' THEN [1] ELSE [] END AS everywhere
    MATCH (p:Post)
    WHERE p.id > $afterId AND {{ holds_on_the_day(p) }} AND {{ touched_since(p) }}
    WITH p ORDER BY p.id LIMIT $limit
    RETURN collect(p) AS first
}
WITH some + every AS total, page + first AS page
CALL (page) {
    UNWIND page AS p
    UNWIND [(p)-[i:POST_IN]->(b:Organization) WHERE i.open | [
        {{ columns_of_a_post(p, b) }}
    ]] AS row
    RETURN collect(row) AS shown
}
RETURN [[total, shown]] AS rows
