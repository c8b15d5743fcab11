// Meetings by their ids.
// Parameters: $ids.
// Columns: id, organization, date, label, venue, note, cites.
MATCH (m:Meeting)-[i:MEETING_OF]->(o:Organization)
WHERE m.id IN $ids AND m.open AND i.open AND o.open
RETURN collect([m.id, o.id, m.date, m.label, m.venue, m.note, m.cites]) AS rows
