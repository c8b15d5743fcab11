// What is recorded of some relationships, and between what they lead. Internal: facts of any access.
// Parameters: $places, whose they are; $ids, of the relationships; $keys, type and id of each, since ids are unique within a type.
// Columns: type, id, place, from_label, from_id, to_label, to_id, said.
MATCH (a)-[r]->(b)
WHERE r.place IN $places AND r.id IN $ids AND (type(r) + ' ' + r.id) IN $keys
RETURN collect([type(r), r.id, r.place, labels(a)[0], a.id, labels(b)[0], b.id, properties(r)]) AS rows
