// The reports that holders of posts made to those they speak for after some meetings.
// Parameters: $ids of the meetings.
// Columns: meeting_id, id, post_id, date, link, note, cites.
MATCH (p:Post)-[b:REPORTED_BACK]->(m:Meeting)
WHERE m.id IN $ids AND m.open AND b.open AND p.open
RETURN collect([m.id, b.id, p.id, b.date, b.link, b.note, b.cites]) AS rows
