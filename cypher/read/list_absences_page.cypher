// A page of what sources say is missing, by id; one more than asked for, to know whether there are more. It is in the
// places of who is missing, and of what they are missing from.
// Parameters: $area or '', $on, $touched, $touchedIn, $afterId of the last one seen or '', $limit.
// Columns: total, page[{{ columns_of_an_absence }}].
MATCH (a:RecordedAbsence)-[s:SUBJECT]->(o:Organization)
WHERE s.open AND o.open AND {{ within_its_time(a) }} AND {{ touched_since(a) }}
    AND ($area = '' OR EXISTS {
        MATCH (a)-[e:SUBJECT|FROM]->(end:Organization)-[i:IN_AREA]->(place:Area)
        WHERE e.open AND end.open AND i.open AND place.open AND place.id = $area
    })
WITH a ORDER BY a.id
WITH collect(a) AS found
WITH size(found) AS total, {{ page_by_id(found) }} AS page
CALL (page) {
    UNWIND page AS a
    MATCH (a)-[s:SUBJECT]->(o:Organization)
    WHERE s.open
    RETURN collect([
        {{ columns_of_an_absence(a, o) }}
    ]) AS shown
}
RETURN [[total, shown]] AS rows
