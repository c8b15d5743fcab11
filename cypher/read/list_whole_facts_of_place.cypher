// All that is recorded of one place's nodes of one label and of its relationships at them, to keep what a change takes
// away. Internal: facts of any access. As list_facts_of_place finds them.
// Arguments: label, of the nodes.
// Parameters: $place; $within, with which the ids of its nodes begin.
// Columns: id, place, said, links.
MATCH (n:label)
WHERE n.id STARTS WITH $within
RETURN collect([n.id, n.place, properties(n),
    [(n)-[r]->(m) WHERE r.place = $place | [type(r), r.id, r.place, 'label', n.id, labels(m)[0], m.id, properties(r)]]
    + [(n)<-[s]-(o) WHERE s.place = $place AND NOT o.id STARTS WITH $within
        | [type(s), s.id, s.place, labels(o)[0], o.id, 'label', n.id, properties(s)]]
]) AS rows
