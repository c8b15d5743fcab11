// Who was at some meetings, or sent apologies, or is expected.
// Parameters: $ids of the meetings.
// Columns: of, {{ columns_of_an_attendance }}.
MATCH (m:Meeting)<-[a:ATTENDED]-(who)
WHERE m.id IN $ids AND m.open AND a.open AND who.open
RETURN collect([m.id, {{ columns_of_an_attendance(a, who) }}]) AS rows
