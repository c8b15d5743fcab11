// Actions by their ids.
// Parameters: $ids.
// Columns: id, text, status, due, ownerNote, note, meeting, owners, cites.
MATCH (x:Action)
WHERE x.id IN $ids AND x.open
RETURN collect([
    x.id, x.text, x.status, x.due, x.ownerNote, x.note,
    head([(x)-[f:ARISING_FROM]->(m:Meeting) WHERE f.open AND m.open | m.id]),
    [(x)-[w:OWNED_BY]->(owner) WHERE w.open AND owner.open | [labels(owner)[0], owner.id]],
    x.cites
]) AS rows
