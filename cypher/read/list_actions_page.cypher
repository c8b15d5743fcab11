// A page of actions, by their ids; one more than asked for, to know whether there are more. An action is in the place
// of its file, and in those of the body whose meeting it came of.
// Parameters: $area or '', $statuses (empty for any), $touched, $touchedIn, $afterId of the last one seen or '', $limit, $counted whether to give the kind of each.
// Columns: total, page[{{ columns_of_an_action }}], kinds.
MATCH (x:Action)
WHERE x.open AND (size($statuses) = 0 OR x.status IN $statuses) AND {{ touched_since(x) }}
    AND ($area = '' OR x.place = $area OR EXISTS {
        MATCH (x)-[f:ARISING_FROM]->(m:Meeting)-[h:MEETING_OF]->(o:Organization)-[i:IN_AREA]->(place:Area)
        WHERE f.open AND m.open AND h.open AND o.open AND i.open AND place.open AND place.id = $area
    })
WITH x ORDER BY x.id
WITH collect(x) AS found
WITH size(found) AS total, {{ page_by_id(found) }} AS page,
    CASE WHEN $counted THEN [each IN found | each.status] ELSE [] END AS kinds
CALL (page) {
    UNWIND page AS x
    RETURN collect([
        {{ columns_of_an_action(x, head([(x)-[f:ARISING_FROM]->(m:Meeting) WHERE f.open AND m.open | m.id])) }}
    ]) AS shown
}
RETURN [[total, shown, kinds]] AS rows
