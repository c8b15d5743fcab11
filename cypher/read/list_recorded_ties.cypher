// What list_recorded_posts gives of seats, for some seats.
// Parameters: $ids of the posts.
// Columns: {{ columns_of_ties }}.
MATCH (p:Post)-[t:POST_IN|HOLDS|FILLED_BY_HOLDER_OF|ON_BEHALF_OF|APPOINTED_BY]-(x)
WHERE p.id IN $ids AND p.open AND t.open AND x.open
WITH p, collect(t) AS ties
RETURN collect([{{ columns_of_ties(p, ties) }}]) AS rows
