// What list_recorded_posts gives of seats, for some seats.
// Parameters: $ids of the posts.
// Columns: id, ties, each with type, id, from, to, isPerson, capacity, proposed, certainty, note, since, until, cites.
MATCH (p:Post)-[t:POST_IN|HOLDS|FILLED_BY_HOLDER_OF|ON_BEHALF_OF|APPOINTED_BY]-(x)
WHERE p.id IN $ids AND p.open AND t.open AND x.open
WITH p, collect(t) AS ties
RETURN collect([p.id, [t IN ties | [
    type(t), t.id, startNode(t).id, endNode(t).id, 'Person' IN labels(startNode(t)), t.capacity, t.proposed,
    t.certainty, t.note, t.since, t.until, t.cites
]]]) AS rows
