// The seats that some bodies hold, or that are held on their behalf, on other bodies.
// Parameters: $ids of the bodies, $on, $includeProposed.
// Columns: of, {{ columns_of_a_post }}.
MATCH (o:Organization)-[v:ON_BEHALF_OF|HOLDS]-(p:Post)-[i:POST_IN]->(b:Organization)
WHERE o.id IN $ids AND o.open AND b.open AND i.open AND b.id <> o.id
    AND {{ holds_on_the_day(v) }}
    AND {{ holds_on_the_day(p) }}
WITH DISTINCT o, p, b
RETURN collect([
    o.id,
    {{ columns_of_a_post(p, b) }}
]) AS rows
