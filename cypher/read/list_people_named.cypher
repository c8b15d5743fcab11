// The same of those alone whose names have a text, which a search has found.
// Parameters: $ids of those, $touched, $touchedIn, $afterName and $afterId of the last one seen or '', $limit.
// Columns: total, page[{{ columns_of_a_person }}].
MATCH (p:Person)
WHERE p.id IN $ids AND p.open AND {{ touched_since(p) }}
WITH p ORDER BY p.name, p.id
WITH collect(p) AS found
WITH size(found) AS total, {{ page_by_name(found) }} AS page
RETURN [[total, [p IN page | [{{ columns_of_a_person(p) }}]]]] AS rows
