// The nodes with some ids, of each label by its own index: $organizations, $people, $posts and so on.
// Arguments: n, what a node is called.
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
