// What some bodies are recorded as missing from, and who is recorded as missing from them.
// Parameters: $ids of the bodies, $on.
// Columns: {{ columns_of_an_absence }}.
MATCH (x:Organization)<-[l:SUBJECT|FROM]-(a:RecordedAbsence)
WHERE x.id IN $ids AND x.open AND l.open AND {{ within_its_time(a) }}
WITH DISTINCT a
MATCH (a)-[s:SUBJECT]->(o:Organization)
WHERE s.open AND o.open
RETURN collect([
    {{ columns_of_an_absence(a, o) }}
]) AS rows
