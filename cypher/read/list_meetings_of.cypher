// A page of each body's meetings, by date; one more than asked for, to know whether there are more.
// Parameters: $ids of the bodies, $afterDate and $afterId of the last one seen or '', $limit.
// Columns: of, total, page[{{ columns_of_a_meeting }}].
MATCH (m:Meeting)-[i:MEETING_OF]->(o:Organization)
WHERE o.id IN $ids AND m.open AND i.open AND o.open
WITH o, m ORDER BY m.date, m.id
WITH o, collect(m) AS found
WITH o.id AS of, size(found) AS total, [m IN found WHERE m.date > $afterDate OR (m.date = $afterDate AND m.id > $afterId)][..$limit] AS page
RETURN collect([of, total, [m IN page | [{{ columns_of_a_meeting(m, of) }}]]]) AS rows
