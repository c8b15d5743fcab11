// A page of meetings, by date; one more than asked for, to know whether there are more.
// Parameters: $area and $organization or '', $since and $until, $touched, $touchedIn, $afterDate and $afterId of the last one seen or '', $limit.
// Columns: total, page[{{ columns_of_a_meeting }}].
MATCH (m:Meeting)-[i:MEETING_OF]->(o:Organization)
WHERE m.open AND i.open AND o.open
    AND ($organization = '' OR o.id = $organization)
    AND ($area = '' OR {{ is_in_the_area(o) }})
    AND m.latest >= $since AND m.earliest <= $until AND {{ touched_since(m) }}
WITH m, o.id AS of ORDER BY m.date, m.id
WITH collect([m, of]) AS found
WITH size(found) AS total, [each IN found WHERE each[0].date > $afterDate OR (each[0].date = $afterDate AND each[0].id > $afterId)][..$limit] AS page
CALL (page) {
    UNWIND page AS each
    WITH each[0] AS m, each[1] AS of
    RETURN collect([{{ columns_of_a_meeting(m, of) }}]) AS shown
}
RETURN [[total, shown]] AS rows
