// The lines from and to a body that had ended before a day.
// Parameters: $id of the body, $on, $limit.
// Columns: id, type, from, to, proposed, certainty, note, amount, amountPer, since, until,
// cites.
MATCH (o:Organization)-[l:REPORTS_TO|SUB_GROUP_OF|FEEDS_INTO|MEMBER_OF|SERVICED_BY|HOSTED_BY|FUNDED_BY|CONVENED_BY|SPEAKS_FOR|LINKED_TO|SUCCEEDED_BY]-(other:Organization)
WHERE o.id = $id AND o.open AND other.open AND l.open AND l.latest < $on AND l.proposed IS NULL
WITH DISTINCT l, startNode(l) AS a, endNode(l) AS b
ORDER BY l.id
LIMIT $limit
RETURN collect([
    l.id, type(l), a.id, b.id, l.proposed, l.certainty, l.note, l.amount, l.amountPer, l.since, l.until,
    l.cites
]) AS rows
