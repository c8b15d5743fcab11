// Every recorded absence with what may be looked for in it.
// Parameters: none.
// Columns: id, subject_id, subject_name, from_name, note, since, until.
MATCH (a:RecordedAbsence)-[s:SUBJECT]->(o:Organization)
WHERE a.open AND s.open AND o.open
RETURN collect([
    a.id, o.id, o.name, head([(a)-[f:FROM]->(missed:Organization) WHERE f.open AND missed.open | missed.name]), a.note,
    a.since, a.until
]) AS rows
