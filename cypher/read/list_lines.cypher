// The lines from and to some bodies.
// Parameters: $ids of the bodies, $up, $down, $types, $ever, $on, $includeProposed.
// Columns: of, {{ columns_of_a_line }}.
MATCH (o:Organization)-[l:{{ kinds_of_line }}]-(other:Organization)
WHERE o.id IN $ids AND o.open AND other.open AND type(l) IN $types
    AND {{ holds_then_or_ever(l) }}
    AND (($up AND startNode(l) = o) OR ($down AND endNode(l) = o))
WITH o, l, startNode(l) AS a, endNode(l) AS b
RETURN collect([
    o.id,
    {{ columns_of_a_line(l, a, b) }}
]) AS rows
