// All that is recorded of some nodes, of a place's own sources, and of the place's relationships that their entries say.
// Internal: facts of any access. Who holds a seat, who came to a meeting and who reported back stands with the seat or the
// meeting.
// Parameters: $place, whose relationships; $within, with which the ids of its nodes begin; $organizations, $people, $posts, $meetings, $actions, $assessments, $absences, ids of the nodes.
// Columns: label, id, place, said, links.
CALL () {
    {{ nodes_by_ids(n) }}
  UNION ALL
    MATCH (n:Source) WHERE n.id STARTS WITH $within RETURN n
}
RETURN collect([labels(n)[0], n.id, n.place, properties(n),
    [(n)-[r]->(m) WHERE r.place = $place
        | [type(r), r.id, r.place, labels(n)[0], n.id, labels(m)[0], m.id, properties(r)]]
    + [(n)<-[s:HOLDS|ATTENDED|REPORTED_BACK]-(o) WHERE s.place = $place
        | [type(s), s.id, s.place, labels(o)[0], o.id, labels(n)[0], n.id, properties(s)]]
]) AS rows
