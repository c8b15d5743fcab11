// The lines from and to some bodies, of whatever date.
// Parameters: $ids of the bodies.
// Columns: id, type, from, to, proposed, certainty, note, amount, amountPer, since, until, cites.
MATCH (o:Organization)-[l:REPORTS_TO|SUB_GROUP_OF|FEEDS_INTO|MEMBER_OF|SERVICED_BY|HOSTED_BY|FUNDED_BY|CONVENED_BY|SPEAKS_FOR|LINKED_TO|SUCCEEDED_BY]-(other:Organization)
WHERE o.id IN $ids AND o.open AND l.open AND other.open
WITH DISTINCT l, startNode(l) AS a, endNode(l) AS b
RETURN collect([
    l.id, type(l), a.id, b.id, l.proposed, l.certainty, l.note, l.amount, l.amountPer, l.since, l.until, l.cites
]) AS rows
