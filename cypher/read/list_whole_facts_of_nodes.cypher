// All that is recorded of some nodes of one label, and of a place's relationships that their entries say. Internal: facts
// of any access. Who holds a seat, who came to a meeting and who reported back stands with the seat or the meeting.
// Arguments: label, of the nodes.
// Parameters: $place, whose relationships; $ids, of the nodes.
// Columns: id, place, said, links.
UNWIND $ids AS id
MATCH (n:label {id: id})
RETURN collect([n.id, n.place, properties(n),
    [(n)-[r]->(m) WHERE r.place = $place | [type(r), r.id, r.place, 'label', n.id, labels(m)[0], m.id, properties(r)]]
    + [(n)<-[s:HOLDS|ATTENDED|REPORTED_BACK]-(o) WHERE s.place = $place
        | [type(s), s.id, s.place, labels(o)[0], o.id, 'label', n.id, properties(s)]]
]) AS rows
