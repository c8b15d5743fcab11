// All that is public of one place's nodes of one label and of its relationships at them, as files of the place say it.
// Arguments: label, of the nodes.
// Parameters: $place; $within, with which the ids of its nodes begin.
// Columns: id, place, said, links.
MATCH (n:label)
WHERE n.id STARTS WITH $within AND n.open
RETURN collect([n.id, n.place, properties(n),
    [(n)-[r]->(m) WHERE r.place = $place AND r.open AND m.open
        | [type(r), r.id, r.place, 'label', n.id, labels(m)[0], m.id, properties(r)]]
    + [(n)<-[s]-(o) WHERE s.place = $place AND s.open AND o.open AND NOT o.id STARTS WITH $within
        | [type(s), s.id, s.place, labels(o)[0], o.id, 'label', n.id, properties(s)]]
]) AS rows
