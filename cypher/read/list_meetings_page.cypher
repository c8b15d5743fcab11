// A page of meetings, by date; one more than asked for, to know whether there are more. Those of a body or a
// place are found from there.
// Parameters: $area and $organization or '', $since and $until, $touched, $touchedIn, $afterDate and $afterId of the last one seen or '', $limit.
// Columns: total, page[{{ columns_of_a_meeting }}].
{{ bodies_asked_for }}
WITH collect(b) AS bodies
CALL (bodies) {
    UNWIND bodies AS b
    UNWIND [(b)<-[i:MEETING_OF]-(m:Meeting) WHERE i.open AND {{ is_a_meeting_then(m) }} | m] AS m
    RETURN m, b.id AS of
  UNION ALL
    UNWIND CASE WHEN $organization = '' AND $area = '' THEN [1] ELSE [] END AS everywhere
    MATCH (m:Meeting)-[i:MEETING_OF]->(o:Organization)
    WHERE i.open AND o.open AND {{ is_a_meeting_then(m) }}
    RETURN m, o.id AS of
}
WITH m, of ORDER BY m.date, m.id
WITH collect([m, of]) AS found
WITH size(found) AS total, [each IN found WHERE each[0].date > $afterDate OR (each[0].date = $afterDate AND each[0].id > $afterId)][..$limit] AS page
CALL (page) {
    UNWIND page AS each
    WITH each[0] AS m, each[1] AS of
    RETURN collect([{{ columns_of_a_meeting(m, of) }}]) AS shown
}
RETURN [[total, shown]] AS rows
