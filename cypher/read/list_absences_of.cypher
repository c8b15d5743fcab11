// What some bodies are recorded as missing from, and who is recorded as missing from them.
// Pattern comprehensions, since the embedded engine scans everything for a second MATCH.
// Parameters: $ids of the bodies, $on.
// Columns: {{ columns_of_an_absence }}.
MATCH (x:Organization)
WHERE x.id IN $ids AND x.open
UNWIND [(x)<-[l:SUBJECT|FROM]-(a:RecordedAbsence) WHERE l.open AND {{ within_its_time(a) }} | a] AS a
WITH DISTINCT a
UNWIND [(a)-[s:SUBJECT]->(o:Organization) WHERE s.open AND o.open | [
    {{ columns_of_an_absence(a, o) }}
]] AS row
RETURN collect(row) AS rows
