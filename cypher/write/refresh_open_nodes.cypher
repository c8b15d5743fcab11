// Work out anew which nodes are open, from those that a load changed on to all that hangs on them in any place.
// A node is open when it and everything it hangs on are public: a seat, a meeting, a cell or an absence hangs on its
// bodies, an action on its meeting. A seat whose id was made from the groups it is for hangs on those that it names.
// Parameters: $organizations, $people, $posts, $meetings, $actions, $assessments, $absences, ids of nodes to begin from; $bodies, $gatherings, ids of organizations and meetings to begin from only where they are not open.
// Columns: label, id; of the nodes that are open now and were not, or the other way round.
CALL () {
    UNWIND $organizations AS id MATCH (s:Organization {id: id}) RETURN s
  UNION ALL
    UNWIND $people AS id MATCH (s:Person {id: id}) RETURN s
  UNION ALL
    UNWIND $posts AS id MATCH (s:Post {id: id}) RETURN s
  UNION ALL
    UNWIND $meetings AS id MATCH (s:Meeting {id: id}) RETURN s
  UNION ALL
    UNWIND $actions AS id MATCH (s:Action {id: id}) RETURN s
  UNION ALL
    UNWIND $assessments AS id MATCH (s:Assessment {id: id}) RETURN s
  UNION ALL
    UNWIND $absences AS id MATCH (s:RecordedAbsence {id: id}) RETURN s
  UNION ALL
    UNWIND $bodies AS id MATCH (s:Organization {id: id}) WHERE NOT s.open RETURN s
  UNION ALL
    UNWIND $gatherings AS id MATCH (s:Meeting {id: id}) WHERE NOT s.open RETURN s
}
UNWIND [(s)<-[:POST_IN|MEETING_OF|ASSESSES|SUBJECT|FROM|ARISING_FROM*0..2]-(n) | n]
    + [(s)<-[:ON_BEHALF_OF]-(p:Post) WHERE p.id CONTAINS '--for-' | p] AS n
WITH DISTINCT n
WITH n,
    all(access IN [(n)-[:POST_IN|MEETING_OF|ASSESSES|SUBJECT|FROM|ARISING_FROM*0..2]->(m) | m.access] WHERE access = 'public')
    AND none(name IN [(n)-[v:ON_BEHALF_OF]->(g) WHERE v.access <> 'public' OR g.access <> 'public' | last(split(g.id, '/'))]
        WHERE n.id CONTAINS '--for-' AND last(split(n.id, '--for-')) CONTAINS name) AS open
WHERE n.open IS NULL OR n.open <> open
SET n.open = open
RETURN collect([labels(n)[0], n.id]) AS rows
