// Which posts' holders fill some posts, and which posts are filled by theirs, one step in both directions.
// Parameters: $ids of the posts.
// Columns: id, post, by, proposed, certainty, since, until, cites.
MATCH (p:Post)-[f:FILLED_BY_HOLDER_OF]-(other:Post)
WHERE p.id IN $ids AND p.open AND f.open AND other.open
WITH DISTINCT f, startNode(f) AS q, endNode(f) AS by
RETURN collect([f.id, q.id, by.id, f.proposed, f.certainty, f.since, f.until, f.cites]) AS rows
