// A page of each area's organizations, by name; one more than asked for, to know whether there are more.
// Parameters: $ids of the areas, $afterName and $afterId of the last one seen or '', $limit.
// Columns: of, total, page[{{ columns_of_an_organization }}].
MATCH (area:Area)<-[in:IN_AREA]-(o:Organization)
WHERE area.id IN $ids AND area.open AND in.open AND o.open
WITH area, o ORDER BY o.name, o.id
WITH area, collect(o) AS found
WITH area.id AS of, size(found) AS total, {{ page_by_name(found) }} AS page
CALL (page) {
    UNWIND page AS o
    RETURN collect([
        {{ columns_of_an_organization(o) }}
    ]) AS shown
}
RETURN collect([of, total, shown]) AS rows
