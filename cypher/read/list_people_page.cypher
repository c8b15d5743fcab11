// A page of people by name; one more than asked for, to know whether there are more.
// Parameters: $text in lower case or '', $afterName and $afterId of the last one seen or '', $limit.
// Columns: total, page; a page's columns: id, name, alternateNames, note, cites.
MATCH (p:Person)
WHERE p.open AND ($text = '' OR toLower(p.name) CONTAINS $text OR any(n IN p.alternateNames WHERE toLower(n) CONTAINS $text))
WITH p ORDER BY p.name, p.id
WITH collect(p) AS found
WITH size(found) AS total, [p IN found WHERE p.name > $afterName OR (p.name = $afterName AND p.id > $afterId)][..$limit] AS page
RETURN [total, [p IN page | [p.id, p.name, p.alternateNames, p.note, p.cites]]] AS answer
