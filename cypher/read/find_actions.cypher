// Actions by their ids.
// Parameters: $ids.
// Columns: {{ columns_of_an_action }}.
MATCH (x:Action)
WHERE x.id IN $ids AND x.open
RETURN collect([
    {{ columns_of_an_action(x, head([(x)-[f:ARISING_FROM]->(m:Meeting) WHERE f.open AND m.open | m.id])) }}
]) AS rows
