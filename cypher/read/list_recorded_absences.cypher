// What some bodies are recorded as missing from, and who is recorded as missing from them, of whatever date.
// Parameters: $ids of the bodies.
// Columns: id, subject, from, note, cites, certainty, since, until.
MATCH (x:Organization)<-[:SUBJECT|FROM]-(a:RecordedAbsence)-[s:SUBJECT]->(o:Organization)
WHERE x.id IN $ids AND x.open AND a.open AND s.open AND o.open
WITH DISTINCT a, o
RETURN collect([
    a.id, o.id, head([(a)-[f:FROM]->(b:Organization) WHERE f.open AND b.open | b.id]), a.note, a.cites,
    a.certainty, a.since, a.until
]) AS rows
