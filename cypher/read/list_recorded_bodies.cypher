// The bodies and constituencies of an area, of whatever date and status, each with whether it is recorded to begin, to
// end or to change, and with its lines: all of them, or those that begin, end or are proposed.
// Pattern comprehensions, since the embedded engine scans everything for a second MATCH.
// Parameters: $area, $dated whether only such lines are wanted.
// Columns: id, dated, lines[{{ columns_of_a_line }}].
MATCH (a:Area {id: $area})
WHERE a.open
UNWIND [(a)<-[i:IN_AREA]-(o:Organization) WHERE i.open AND o.open | o] AS o
RETURN collect([
    o.id,
    o.since IS NOT NULL OR o.until IS NOT NULL OR size(coalesce(o.formerNames, [])) > 0
        OR o.status IN ['proposed', 'setting_up'],
    [(o)-[l:{{ kinds_of_line }}]-(other:Organization)
        WHERE l.open AND other.open AND (NOT $dated OR l.since IS NOT NULL OR l.until IS NOT NULL OR l.proposed) |
        [{{ columns_of_a_line(l, startNode(l), endNode(l)) }}]]
]) AS rows
