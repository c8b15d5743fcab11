// The bodies and constituencies of an area, of whatever date and status, each with whether it is recorded to begin, to
// end or to change, and with its lines: all of them, or those that begin, end or are proposed.
// Parameters: $area, $dated whether only such lines are wanted.
// Columns: id, dated, lines, each with id, type, from, to, proposed, certainty, note, amount, amountPer, since, until,
// cites.
MATCH (a:Area)<-[i:IN_AREA]-(o:Organization)
WHERE a.id = $area AND a.open AND i.open AND o.open
OPTIONAL MATCH (o)-[l:REPORTS_TO|SUB_GROUP_OF|FEEDS_INTO|MEMBER_OF|SERVICED_BY|HOSTED_BY|FUNDED_BY|CONVENED_BY|SPEAKS_FOR|LINKED_TO|SUCCEEDED_BY]-(other:Organization)
WHERE l.open AND other.open AND (NOT $dated OR l.since IS NOT NULL OR l.until IS NOT NULL OR l.proposed)
WITH o, collect(l) AS lines
RETURN collect([
    o.id,
    o.since IS NOT NULL OR o.until IS NOT NULL OR size(coalesce(o.formerNames, [])) > 0
        OR o.status IN ['proposed', 'setting_up'],
    [l IN lines | [
        l.id, type(l), startNode(l).id, endNode(l).id, l.proposed, l.certainty, l.note, l.amount, l.amountPer,
        l.since, l.until, l.cites
    ]]
]) AS rows
