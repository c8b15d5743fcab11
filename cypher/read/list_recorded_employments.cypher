// The bodies that some people work for or are given with, of whatever date.
// Parameters: $ids of the people.
// Columns: {{ columns_of_an_employment }}.
MATCH (p:Person)-[w:WORKS_FOR]->(o:Organization)
WHERE p.id IN $ids AND p.open AND w.open AND o.open
RETURN collect([{{ columns_of_an_employment(w, p, o) }}]) AS rows
