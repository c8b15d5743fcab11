// What some bodies are recorded as missing from, and who is recorded as missing from them, of whatever date.
// Two steps: one pattern would not walk the same SUBJECT twice, and so miss whoever is missing from nothing named.
// Pattern comprehensions, since the embedded engine scans everything for a second MATCH.
// Parameters: $ids of the bodies.
// Columns: {{ columns_of_an_absence }}, certainty, since, until.
MATCH (x:Organization)
WHERE x.id IN $ids AND x.open
UNWIND [(x)<-[:SUBJECT|FROM]-(a:RecordedAbsence) WHERE a.open | a] AS a
WITH DISTINCT a
UNWIND [(a)-[s:SUBJECT]->(o:Organization) WHERE s.open AND o.open | [
    {{ columns_of_an_absence(a, o) }},
    a.certainty, a.since, a.until
]] AS row
RETURN collect(row) AS rows
