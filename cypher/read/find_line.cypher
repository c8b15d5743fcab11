// A line by its id. There is no index over all types, so this one scans.
// Parameters: $id.
// Columns: id, type, from, to, proposed, certainty, note, amount, amountPer, since, until, cites.
MATCH (a:Organization)-[l:REPORTS_TO|SUB_GROUP_OF|FEEDS_INTO|MEMBER_OF|SERVICED_BY|HOSTED_BY|FUNDED_BY|CONVENED_BY|SPEAKS_FOR|LINKED_TO|SUCCEEDED_BY]->(b:Organization)
WHERE l.id = $id AND l.open AND a.open AND b.open
RETURN collect([
    l.id, type(l), a.id, b.id, l.proposed, l.certainty, l.note, l.amount, l.amountPer, l.since, l.until,
    l.cites
]) AS rows
