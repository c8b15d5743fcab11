// The actions that arise from some meetings.
// Parameters: $ids of the meetings.
// Columns: of, {{ columns_of_an_action }}.
MATCH (x:Action)-[f:ARISING_FROM]->(m:Meeting)
WHERE m.id IN $ids AND x.open AND f.open AND m.open
RETURN collect([
    m.id, {{ columns_of_an_action(x, m.id) }}
]) AS rows
