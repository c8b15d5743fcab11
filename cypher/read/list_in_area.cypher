// What keeps an area from being removed: bodies and areas in it, seats for it. Internal: facts of any access.
// Parameters: $id of the area.
// Columns: id, name, label.
MATCH (n:Organization|Area|Post)
WHERE (n)-[:IN_AREA|PART_OF]->(:Area {id: $id}) OR n.forArea = $id
WITH n ORDER BY labels(n)[0], n.id
RETURN collect([n.id, coalesce(n.name, n.label, n.id), labels(n)[0]]) AS rows
