// A page of people by name; one more than asked for, to know whether there are more.
// Parameters: $text in lower case or '', $afterName and $afterId of the last one seen or '', $limit.
// Columns: total, page[{{ columns_of_a_person }}].
MATCH (p:Person)
WHERE p.open AND ($text = '' OR toLower(p.name) CONTAINS $text OR any(n IN p.alternateNames WHERE toLower(n) CONTAINS $text))
WITH p ORDER BY p.name, p.id
WITH collect(p) AS found
WITH size(found) AS total, {{ page_by_name(found) }} AS page
RETURN [[total, [p IN page | [{{ columns_of_a_person(p) }}]]]] AS rows
