// The actions that arise from some meetings.
// Parameters: $ids of the meetings.
// Columns: of, id, text, status, due, ownerNote, note, meeting, owners, cites.
MATCH (x:Action)-[f:ARISING_FROM]->(m:Meeting)
WHERE m.id IN $ids AND x.open AND f.open AND m.open
RETURN collect([
    m.id, x.id, x.text, x.status, x.due, x.ownerNote, x.note, m.id,
    [(x)-[w:OWNED_BY]->(owner) WHERE w.open AND owner.open | [labels(owner)[0], owner.id]],
    x.cites
]) AS rows
