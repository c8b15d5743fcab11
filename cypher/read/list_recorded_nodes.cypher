// What is recorded of some nodes, with what each hangs on, to tell people what a load does to them. Internal: facts of any access.
// Parameters: $organizations, $people, $posts, $meetings, $actions, $assessments, $absences, $areas, $sources, ids of the nodes.
// Columns: label, id, place, said, ties[type, id, name, access].
CALL () {
    {{ nodes_by_ids(n) }}
  UNION ALL
    UNWIND $areas AS id MATCH (n:Area {id: id}) RETURN n
  UNION ALL
    UNWIND $sources AS id MATCH (n:Source {id: id}) RETURN n
}
WITH n,
    [(n)-[t:POST_IN|ON_BEHALF_OF|MEETING_OF|ARISING_FROM|ASSESSES|SUBJECT|FROM]->(m) | [type(t), m.id, coalesce(m.name, m.label, m.text, m.id),
        CASE WHEN any(need IN coalesce(m.needs, []) WHERE need STARTS WITH 'confidential:') THEN 'confidential' ELSE m.access END]] AS ties
RETURN collect([labels(n)[0], n.id, n.place, properties(n), ties]) AS rows
