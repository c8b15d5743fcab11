// A page of seats, by their ids; one more than asked for, to know whether there are more.
// Parameters: $area and $organization or '', $on, $includeProposed, $afterId of the last one seen or '', $limit.
// Columns: total, page[{{ columns_of_a_post }}].
MATCH (p:Post)-[i:POST_IN]->(b:Organization)
WHERE b.open AND i.open AND {{ holds_on_the_day(p) }}
    AND ($organization = '' OR b.id = $organization)
    AND ($area = '' OR {{ is_in_the_area(b) }})
WITH p ORDER BY p.id
WITH collect(p) AS found
WITH size(found) AS total, {{ page_by_id(found) }} AS page
CALL (page) {
    UNWIND page AS p
    MATCH (p)-[i:POST_IN]->(b:Organization)
    WHERE i.open
    RETURN collect([
        {{ columns_of_a_post(p, b) }}
    ]) AS shown
}
RETURN [[total, shown]] AS rows
