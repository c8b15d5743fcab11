// Some nodes about to be removed that facts of other places still point to. Internal: facts of any access.
// Parameters: $places, the places whose files were read; $organizations, $people, $posts, $meetings, $actions, $assessments, $absences, $sources, ids of the nodes to remove.
// Columns: id, place, by.
CALL () {
    {{ nodes_by_ids(n) }}
  UNION ALL
    UNWIND $sources AS id MATCH (n:Source {id: id}) RETURN n
}
UNWIND [(n)-[r]-(other) WHERE NOT r.place IN $places | [n.id, r.place, other.id]] AS row
RETURN collect(DISTINCT row) AS rows
