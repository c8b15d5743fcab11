// What some bodies are recorded as missing from, and who is recorded as missing from them, of whatever date.
// Two steps: one pattern would not walk the same SUBJECT twice, and so miss whoever is missing from nothing named.
// Parameters: $ids of the bodies.
// Columns: {{ columns_of_an_absence }}, certainty, since, until.
MATCH (x:Organization)<-[:SUBJECT|FROM]-(a:RecordedAbsence)
WHERE x.id IN $ids AND x.open AND a.open
WITH DISTINCT a
MATCH (a)-[s:SUBJECT]->(o:Organization)
WHERE s.open AND o.open
RETURN collect([
    {{ columns_of_an_absence(a, o) }},
    a.certainty, a.since, a.until
]) AS rows
