// What a source is cited for: organizations, people, posts, meetings and absences.
// Parameters: $id of the source, $limit.
// Columns: label, id, name.
MATCH (n:Organization|Person|Post|Meeting|Action|Assessment|RecordedAbsence)
WHERE n.open AND ('\n' + n.cites) CONTAINS ('\n' + $id + ' ')
WITH n ORDER BY labels(n)[0], coalesce(n.name, n.label, n.text, n.id)
LIMIT $limit
RETURN collect([labels(n)[0], n.id, coalesce(n.name, n.label, n.text, n.note, n.id)]) AS rows
