// Work out anew when the relationships of some nodes hold: while both their ends do.
// Parameters: $organizations, $posts, $absences, ids of the nodes.
// Columns: changed.
CALL () {
    UNWIND $organizations AS id MATCH (n:Organization {id: id}) RETURN n
  UNION ALL
    UNWIND $posts AS id MATCH (n:Post {id: id}) RETURN n
  UNION ALL
    UNWIND $absences AS id MATCH (n:RecordedAbsence {id: id}) RETURN n
}
UNWIND [(n)-[r]-() | r] AS r
WITH DISTINCT r
{{ times_of_a_link(r, startNode(r), endNode(r)) }}
RETURN count(r) AS changed
