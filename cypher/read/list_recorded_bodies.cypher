// The bodies and constituencies of an area, of whatever date and status, each with whether it is recorded to begin, to
// end or to change, and with its lines: all of them, or those that begin, end or are proposed.
// Parameters: $area, $dated whether only such lines are wanted.
// Columns: id, dated, lines[{{ columns_of_a_line }}].
MATCH (a:Area)<-[i:IN_AREA]-(o:Organization)
WHERE a.id = $area AND a.open AND i.open AND o.open
OPTIONAL MATCH (o)-[l:{{ kinds_of_line }}]-(other:Organization)
WHERE l.open AND other.open AND (NOT $dated OR l.since IS NOT NULL OR l.until IS NOT NULL OR l.proposed)
WITH o, collect(l) AS lines
RETURN collect([
    o.id,
    o.since IS NOT NULL OR o.until IS NOT NULL OR size(coalesce(o.formerNames, [])) > 0
        OR o.status IN ['proposed', 'setting_up'],
    [l IN lines | [{{ columns_of_a_line(l, startNode(l), endNode(l)) }}]]
]) AS rows
