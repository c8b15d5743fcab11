// What sort of node each id is.
// Parameters: $ids.
// Columns: id, label.
MATCH (n:Organization|Person|Post|Area|Source|Meeting|Action|Assessment|RecordedAbsence)
WHERE n.id IN $ids AND n.open
RETURN collect([n.id, labels(n)[0]]) AS rows
