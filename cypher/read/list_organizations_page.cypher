// A page of organizations by name; one more than asked for, to know whether there are more.
// Parameters: $area or '', $classifications, $sectors, $statuses and $identifiers (empty for any), $text in lower case or '',
// $afterName and $afterId of the last one seen or '', $limit, $counted whether to give the kind of each.
// Columns: total, page[{{ columns_of_an_organization }}], kinds.
MATCH (o:Organization)
WHERE o.open
    AND ($area = '' OR EXISTS { MATCH (o)-[i:IN_AREA]->(a:Area) WHERE i.open AND a.open AND a.id = $area })
    AND (size($classifications) = 0 OR o.classification IN $classifications)
    AND (size($sectors) = 0 OR o.sector IN $sectors)
    AND (size($statuses) = 0 OR o.status IN $statuses)
    AND (size($identifiers) = 0 OR any(each IN $identifiers WHERE o.identifiers CONTAINS each))
    AND ($text = '' OR toLower(o.name) CONTAINS $text OR any(n IN o.alternateNames WHERE toLower(n) CONTAINS $text)
        OR any(n IN o.formerNames WHERE toLower(n) CONTAINS $text))
WITH o ORDER BY o.name, o.id
WITH collect(o) AS found
WITH size(found) AS total, {{ page_by_name(found) }} AS page,
    CASE WHEN $counted THEN [each IN found | each.classification] ELSE [] END AS kinds
CALL (page) {
    UNWIND page AS o
    RETURN collect([
        {{ columns_of_an_organization(o) }}
    ]) AS shown
}
RETURN [[total, shown, kinds]] AS rows
