// The same of those alone whose names have a text, which a search has found.
// Parameters: $ids of those, $area or '', $classifications, $sectors, $statuses and $identifiers (empty for any), $touched, $touchedIn,
// $afterName and $afterId of the last one seen or '', $limit, $counted whether to give the kind of each.
// Columns: total, page[{{ columns_of_an_organization }}], kinds.
MATCH (o:Organization)
WHERE o.id IN $ids AND o.open AND ($area = '' OR {{ is_in_the_area(o) }}) AND {{ is_asked_for(o) }}
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
