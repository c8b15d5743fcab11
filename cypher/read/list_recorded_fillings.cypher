// Which posts' holders fill which, from some posts in both directions, as far as the chain goes.
// Parameters: $ids of the posts.
// Columns: id, post, by, proposed, certainty, since, until, cites.
CALL () {
    MATCH (p:Post)-[:FILLED_BY_HOLDER_OF*0..8]->(q:Post)-[f:FILLED_BY_HOLDER_OF]->(by:Post)
    WHERE p.id IN $ids AND q.open AND f.open AND by.open
    RETURN f, q, by
  UNION
    MATCH (p:Post)<-[:FILLED_BY_HOLDER_OF*0..8]-(by:Post)<-[f:FILLED_BY_HOLDER_OF]-(q:Post)
    WHERE p.id IN $ids AND q.open AND f.open AND by.open
    RETURN f, q, by
}
WITH DISTINCT f, q, by
RETURN collect([f.id, q.id, by.id, f.proposed, f.certainty, f.since, f.until, f.cites]) AS rows
