// A page of lines, by their ids; one more than asked for, to know whether there are more.
// Parameters: $area or '', $types, $ever, $on, $includeProposed, $afterId of the last one seen or '', $limit, $counted whether to give the kind of each.
// Columns: total, page[{{ columns_of_a_line }}], kinds.
MATCH (a:Organization)-[l:{{ kinds_of_line }}]->(b:Organization)
WHERE a.open AND b.open AND type(l) IN $types
    AND {{ holds_then_or_ever(l) }}
    AND ($area = '' OR {{ is_in_the_area(a) }} OR {{ is_in_the_area(b) }})
WITH l ORDER BY l.id
WITH collect(l) AS found
WITH size(found) AS total, {{ page_by_id(found) }} AS page,
    CASE WHEN $counted THEN [each IN found | type(each)] ELSE [] END AS kinds
CALL (page) {
    UNWIND page AS l
    WITH l, startNode(l) AS a, endNode(l) AS b
    RETURN collect([
        {{ columns_of_a_line(l, a, b) }}
    ]) AS shown
}
RETURN [[total, shown, kinds]] AS rows
