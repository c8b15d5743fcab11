// Work out anew when seats and recorded absences hold: some, all that hang on some bodies, and all that hang on others
// of which a beginning or an end is known, or which are mere proposals.
// Parameters: $posts, $absences, $bodies and $bounded, ids.
// Columns: label, id.
CALL () {
    UNWIND $posts AS id MATCH (n:Post {id: id}) RETURN n
  UNION ALL
    UNWIND $absences AS id MATCH (n:RecordedAbsence {id: id}) RETURN n
  UNION ALL
    UNWIND $bodies AS id MATCH (o:Organization {id: id})<-[:POST_IN|SUBJECT|FROM]-(n) RETURN n
  UNION ALL
    UNWIND $bounded AS id MATCH (o:Organization {id: id})
    WHERE o.holdsFrom IS NOT NULL OR o.holdsUntil IS NOT NULL OR o.onlyProposed
    MATCH (o)<-[:POST_IN|SUBJECT|FROM]-(n)
    RETURN n
}
WITH DISTINCT n
{{ times_of_what_hangs(n) }}
RETURN collect([labels(n)[0], n.id]) AS rows
