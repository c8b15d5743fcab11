// Recorded absences by their ids.
// Parameters: $ids.
// Columns: id, subject, from, note, cites.
MATCH (a:RecordedAbsence)-[s:SUBJECT]->(o:Organization)
WHERE a.id IN $ids AND a.open AND s.open AND o.open
RETURN collect([
    a.id, o.id, head([(a)-[f:FROM]->(b:Organization) WHERE f.open AND b.open | b.id]), a.note,
    a.cites
]) AS rows
