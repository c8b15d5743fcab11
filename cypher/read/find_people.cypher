// People by their ids.
// Parameters: $ids.
// Columns: {{ columns_of_a_person }}.
MATCH (p:Person)
WHERE p.id IN $ids AND p.open
RETURN collect([{{ columns_of_a_person(p) }}]) AS rows
