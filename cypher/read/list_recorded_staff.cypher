// The people who work for some bodies or are given with them, of whatever date.
// Parameters: $ids of the bodies.
// Columns: {{ columns_of_an_employment }}.
MATCH (o:Organization)<-[w:WORKS_FOR]-(p:Person)
WHERE o.id IN $ids AND o.open AND w.open AND p.open
RETURN collect([{{ columns_of_an_employment(w, p, o) }}]) AS rows
