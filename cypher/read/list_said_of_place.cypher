// Everything that a place's file says, as it is recorded of the place's nodes of one label and of its relationships at
// them, to be read back into entries. Internal: facts of any access. Which relationships is decided as in
// list_facts_of_place; of each come its type, what it says, and label and id of its start and of its end.
// Arguments: label, of the nodes.
// Parameters: $place; $within, with which the ids of its nodes begin.
// Columns: id, said, links.
MATCH (n:label)
WHERE n.id STARTS WITH $within
RETURN collect([n.id, properties(n),
    [(n)-[r]->(m) WHERE r.place = $place | [type(r), properties(r), 'label', n.id, labels(m)[0], m.id]]
    + [(n)<-[s]-(o) WHERE s.place = $place AND NOT o.id STARTS WITH $within
        | [type(s), properties(s), labels(o)[0], o.id, 'label', n.id]]
]) AS rows
