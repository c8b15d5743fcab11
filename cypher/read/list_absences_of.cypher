// What some bodies are recorded as missing from, and who is recorded as missing from them.
// Parameters: $ids of the bodies, $on.
// Columns: id, subject, from, note, cites.
MATCH (x:Organization)<-[l:SUBJECT|FROM]-(a:RecordedAbsence)
WHERE x.id IN $ids AND x.open AND l.open AND a.open AND coalesce(a.earliest, $on) <= $on AND coalesce(a.latest, $on) >= $on
WITH DISTINCT a
MATCH (a)-[s:SUBJECT]->(o:Organization)
WHERE s.open AND o.open
RETURN collect([
    a.id, o.id, head([(a)-[f:FROM]->(b:Organization) WHERE f.open AND b.open | b.id]), a.note,
    a.cites
]) AS rows
