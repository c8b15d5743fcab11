// People by their ids.
// Parameters: $ids.
// Columns: id, name, alternateNames, note, cites.
MATCH (p:Person)
WHERE p.id IN $ids AND p.open
RETURN collect([p.id, p.name, p.alternateNames, p.note, p.cites]) AS rows
