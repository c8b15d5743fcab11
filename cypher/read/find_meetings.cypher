// Meetings by their ids.
// Parameters: $ids.
// Columns: {{ columns_of_a_meeting }}.
MATCH (m:Meeting)-[i:MEETING_OF]->(o:Organization)
WHERE m.id IN $ids AND m.open AND i.open AND o.open
RETURN collect([{{ columns_of_a_meeting(m, o.id) }}]) AS rows
