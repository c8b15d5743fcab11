// What the database knows of one place's nodes of one label and of its relationships at them, to tell added from changed
// and unchanged. Internal: facts of any access. A relationship to a node of another place is told where it starts, or
// where it ends if that is another place's; ids of a place's nodes begin with its own, and there is an index of them.
// Arguments: label, of the nodes.
// Parameters: $place; $within, with which the ids of its nodes begin.
// Columns: id, digest, access, links.
MATCH (n:label)
WHERE n.id STARTS WITH $within
RETURN collect([n.id, n.digest, n.access,
    [(n)-[r]->(m) WHERE r.place = $place | [type(r), r.id, r.digest, 'label', n.id, m.id]]
    + [(n)<-[s]-(o) WHERE s.place = $place AND NOT o.id STARTS WITH $within | [type(s), s.id, s.digest, labels(o)[0], o.id, n.id]]
]) AS rows
