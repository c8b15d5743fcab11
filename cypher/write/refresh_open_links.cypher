// Work out anew which relationships of some nodes are open: those that are public and whose ends are both open.
// Parameters: $organizations, $people, $posts, $meetings, $actions, $assessments, $absences, ids of the nodes.
// Columns: changed, how many are open now and were not, or the other way round.
CALL () {
    UNWIND $organizations AS id MATCH (n:Organization {id: id}) RETURN n
  UNION ALL
    UNWIND $people AS id MATCH (n:Person {id: id}) RETURN n
  UNION ALL
    UNWIND $posts AS id MATCH (n:Post {id: id}) RETURN n
  UNION ALL
    UNWIND $meetings AS id MATCH (n:Meeting {id: id}) RETURN n
  UNION ALL
    UNWIND $actions AS id MATCH (n:Action {id: id}) RETURN n
  UNION ALL
    UNWIND $assessments AS id MATCH (n:Assessment {id: id}) RETURN n
  UNION ALL
    UNWIND $absences AS id MATCH (n:RecordedAbsence {id: id}) RETURN n
}
UNWIND [(n)-[r]-() | r] AS r
WITH DISTINCT r
WITH r, r.access = 'public' AND startNode(r).open AND endNode(r).open AS open
WHERE r.open IS NULL OR r.open <> open
SET r.open = open
RETURN count(r) AS changed
