// The places whose facts lead to some nodes, or name them in words of their own. Internal: facts of any access.
// Parameters: $organizations, $people, $posts, $meetings, $actions, $assessments, $absences, ids of the nodes; $ids, all of them.
// Columns: place.
CALL () {
    CALL () {
        {{ nodes_by_ids(n) }}
    }
    MATCH (n)-[r]-()
    RETURN r.place AS place
  UNION ALL
    MATCH ()-[r:ATTENDED]->()
    WHERE r.deputisingFor IN $ids OR r.for IN $ids
    RETURN r.place AS place
  UNION ALL
    MATCH (a:Assessment)
    WHERE a.by IN $ids
    RETURN a.place AS place
  UNION ALL
    MATCH (o:Organization)
    WHERE o.composition IS NOT NULL AND any(id IN $ids WHERE o.composition CONTAINS '"' + id + '"')
    RETURN o.place AS place
}
WITH DISTINCT place
WHERE place IS NOT NULL
RETURN collect([place]) AS rows
