// A page of each body's meetings, by date; one more than asked for, to know whether there are more.
// Parameters: $ids of the bodies, $after, the 'date id' of the last one seen or '', $limit.
// Columns: of, total, id, organization, date, label, venue, note, citeSources, citeLocators.
MATCH (m:Meeting)-[i:MEETING_OF]->(o:Organization)
WHERE o.id IN $ids AND m.open AND i.open AND o.open
WITH o, m ORDER BY m.date, m.id
WITH o, collect(m) AS found
UNWIND [m IN found WHERE m.date + ' ' + m.id > $after][..$limit] AS m
RETURN collect([o.id, size(found), m.id, o.id, m.date, m.label, m.venue, m.note, m.citeSources, m.citeLocators]) AS rows
