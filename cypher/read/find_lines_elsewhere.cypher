// Lines by their ids that a place's file records between bodies of other places, from the bodies where they start.
// Parameters: $ids; $bodies, ids of these bodies.
// Columns: {{ columns_of_a_line }}.
UNWIND $bodies AS id
MATCH (a:Organization {id: id})
UNWIND [(a)-[r:{{ kinds_of_line }}]->(b:Organization) WHERE r.id IN $ids AND r.open AND a.open AND b.open | r] AS l
WITH l, startNode(l) AS a, endNode(l) AS b
RETURN collect([
    {{ columns_of_a_line(l, a, b) }}
]) AS rows
