// A page of organizations by name; one more than asked for, to know whether there are more.
// Parameters: $area or '', $classifications, $sectors and $statuses (empty for any), $text in lower case or '', $afterName and $afterId of the last one seen or '', $limit.
// Columns: total, page[{{ columns_of_an_organization }}].
MATCH (o:Organization)
WHERE o.open
    AND ($area = '' OR EXISTS { MATCH (o)-[i:IN_AREA]->(a:Area) WHERE i.open AND a.open AND a.id = $area })
    AND (size($classifications) = 0 OR o.classification IN $classifications)
    AND (size($sectors) = 0 OR o.sector IN $sectors)
    AND (size($statuses) = 0 OR o.status IN $statuses)
    AND ($text = '' OR toLower(o.name) CONTAINS $text OR any(n IN o.alternateNames WHERE toLower(n) CONTAINS $text)
        OR any(n IN o.formerNames WHERE toLower(n) CONTAINS $text))
WITH o ORDER BY o.name, o.id
WITH collect(o) AS found
WITH size(found) AS total, {{ page_by_name(found) }} AS page
CALL (page) {
    UNWIND page AS o
    RETURN collect([
        {{ columns_of_an_organization(o) }}
    ]) AS shown
}
RETURN [[total, shown]] AS rows
