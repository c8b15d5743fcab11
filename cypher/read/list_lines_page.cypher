// A page of lines, by their ids; one more than asked for, to know whether there are more. Those of a place are found from
// its bodies, by pattern comprehensions, since the embedded engine scans everything for a second MATCH.
// Parameters: $area or '', $types, $touched, $touchedIn, $ever, $on, $includeProposed, $afterId of the last one seen or '', $limit, $counted whether to give the kind of each.
// Columns: total, page[{{ columns_of_a_line }}], kinds.
CALL () {
    UNWIND CASE WHEN $area <> '' THEN [$area] ELSE [] END AS id
    {{ bodies_of_the_area(o) }}
    UNWIND [(o)-[r:{{ kinds_of_line }}]-(other:Organization)
        WHERE other.open AND type(r) IN $types AND {{ holds_then_or_ever(r) }}
            AND {{ touched_since(r) }} | r] AS l
    RETURN l
  UNION ALL
    UNWIND CASE WHEN $area = '' THEN [1] ELSE [] END AS everywhere
    MATCH (a:Organization)-[l:{{ kinds_of_line }}]->(b:Organization)
    WHERE a.open AND b.open AND type(l) IN $types AND {{ holds_then_or_ever(l) }}
        AND {{ touched_since(l) }}
    RETURN l
}
WITH DISTINCT l
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
