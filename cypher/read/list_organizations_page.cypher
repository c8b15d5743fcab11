// A page of organizations by name; one more than asked for, to know whether there are more. Those of a place are found
// from there.
// Parameters: $area or '', $classifications, $sectors, $statuses and $identifiers (empty for any), $touched, $touchedIn,
// $afterName and $afterId of the last one seen or '', $limit, $counted whether to give the kind of each.
// Columns: total, page[{{ columns_of_an_organization }}], kinds.
CALL () {
    UNWIND CASE WHEN $area <> '' THEN [$area] ELSE [] END AS id
    {{ bodies_of_the_area(o) }}
    WITH DISTINCT o
    WHERE {{ is_asked_for(o) }}
    RETURN o
  UNION ALL
    UNWIND CASE WHEN $area = '' THEN [1] ELSE [] END AS everywhere
    MATCH (o:Organization)
    WHERE o.open AND {{ is_asked_for(o) }}
    RETURN o
}
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
