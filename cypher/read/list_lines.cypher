// The lines from and to some bodies.
// Parameters: $ids of the bodies, $up, $down, $types, $on, $includeProposed.
// Columns: of, id, type, from, to, proposed, certainty, note, amount, amountPer, since, until,
// cites.
MATCH (o:Organization)-[l:REPORTS_TO|SUB_GROUP_OF|FEEDS_INTO|MEMBER_OF|SERVICED_BY|HOSTED_BY|FUNDED_BY|CONVENED_BY|SPEAKS_FOR|LINKED_TO|SUCCEEDED_BY]-(other:Organization)
WHERE o.id IN $ids AND o.open AND other.open AND type(l) IN $types
    AND l.open AND coalesce(l.earliest, $on) <= $on AND coalesce(l.latest, $on) >= $on AND (l.proposed IS NULL OR $includeProposed)
    AND (($up AND startNode(l) = o) OR ($down AND endNode(l) = o))
WITH o, l, startNode(l) AS a, endNode(l) AS b
RETURN collect([
    o.id,
    l.id, type(l), a.id, b.id, l.proposed, l.certainty, l.note, l.amount, l.amountPer, l.since, l.until,
    l.cites
]) AS rows
