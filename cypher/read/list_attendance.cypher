// Who was at some meetings, or sent apologies, or is expected.
// Parameters: $ids of the meetings.
// Columns: of, kind, label, who, came_for, deputising_for, note.
MATCH (m:Meeting)<-[a:ATTENDED]-(who)
WHERE m.id IN $ids AND m.open AND a.open AND who.open
RETURN collect([m.id, a.`as`, labels(who)[0], who.id, a.`for`, a.deputisingFor, a.note]) AS rows
