// What readers need of some nodes, of those that are not open. Internal: facts of any access.
// Parameters: $organizations, $people, $posts, $meetings, $actions, $assessments, $absences, $areas, $sources, ids of the nodes.
// Columns: label, id, needs.
CALL () {
    {{ nodes_by_ids(n) }}
  UNION ALL
    UNWIND $areas AS id MATCH (n:Area {id: id}) RETURN n
  UNION ALL
    UNWIND $sources AS id MATCH (n:Source {id: id}) RETURN n
}
WITH n
WHERE n.needs IS NOT NULL
RETURN collect([labels(n)[0], n.id, n.needs]) AS rows
