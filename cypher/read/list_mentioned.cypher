// Which of some ids there are, and whether they are open, for checking what files mention. Internal: facts of any access.
// Parameters: $organizations, $people, $posts, $meetings, $actions, $assessments, $absences, $areas, $sources, ids of the nodes.
// Columns: label, id, open, needs.
CALL () {
    {{ nodes_by_ids(n) }}
  UNION ALL
    UNWIND $areas AS id MATCH (n:Area {id: id}) RETURN n
  UNION ALL
    UNWIND $sources AS id MATCH (n:Source {id: id}) RETURN n
}
RETURN collect([labels(n)[0], n.id, n.open, n.needs]) AS rows
