// A page of people by name; one more than asked for, to know whether there are more.
// Parameters: $touched, $touchedIn, $afterName and $afterId of the last one seen or '', $limit.
// Columns: total, page[{{ columns_of_a_person }}].
MATCH (p:Person)
WHERE p.open AND {{ touched_since(p) }}
WITH p ORDER BY p.name, p.id
WITH collect(p) AS found
WITH size(found) AS total, {{ page_by_name(found) }} AS page
RETURN [[total, [p IN page | [{{ columns_of_a_person(p) }}]]]] AS rows
