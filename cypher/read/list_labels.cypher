// What sort of node each id is.
// Each sort by its own index: neither engine has one over several.
// Parameters: $ids.
// Columns: id, label.
CALL () {
    UNWIND $ids AS id MATCH (n:Organization {id: id}) RETURN n
  UNION ALL
    UNWIND $ids AS id MATCH (n:Person {id: id}) RETURN n
  UNION ALL
    UNWIND $ids AS id MATCH (n:Post {id: id}) RETURN n
  UNION ALL
    UNWIND $ids AS id MATCH (n:Area {id: id}) RETURN n
  UNION ALL
    UNWIND $ids AS id MATCH (n:Source {id: id}) RETURN n
  UNION ALL
    UNWIND $ids AS id MATCH (n:Meeting {id: id}) RETURN n
  UNION ALL
    UNWIND $ids AS id MATCH (n:Action {id: id}) RETURN n
  UNION ALL
    UNWIND $ids AS id MATCH (n:Assessment {id: id}) RETURN n
  UNION ALL
    UNWIND $ids AS id MATCH (n:RecordedAbsence {id: id}) RETURN n
}
WITH n
WHERE n.open
RETURN collect([n.id, labels(n)[0]]) AS rows
