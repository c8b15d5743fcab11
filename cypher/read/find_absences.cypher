// Recorded absences by their ids.
// Parameters: $ids.
// Columns: {{ columns_of_an_absence }}.
MATCH (a:RecordedAbsence)-[s:SUBJECT]->(o:Organization)
WHERE a.id IN $ids AND a.open AND s.open AND o.open
RETURN collect([
    {{ columns_of_an_absence(a, o) }}
]) AS rows
