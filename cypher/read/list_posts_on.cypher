// The seats on some bodies, in the order of their roles and names.
// Parameters: $ids of the bodies, $on, $includeProposed.
// Columns: of, {{ columns_of_a_post }}.
MATCH (p:Post)-[i:POST_IN]->(b:Organization)
WHERE b.id IN $ids AND b.open AND i.open AND {{ holds_on_the_day(p) }}
RETURN collect([
    b.id,
    {{ columns_of_a_post(p, b) }}
]) AS rows
