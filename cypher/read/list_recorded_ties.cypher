// What list_recorded_posts gives of seats, for some seats.
// A pattern comprehension, since the embedded engine scans everything for a pattern with an end of any sort.
// Parameters: $ids of the posts.
// Columns: {{ columns_of_ties }}.
MATCH (p:Post)
WHERE p.id IN $ids AND p.open
WITH p, [(p)-[t:POST_IN|HOLDS|FILLED_BY_HOLDER_OF|ON_BEHALF_OF|APPOINTED_BY]-(x) WHERE t.open AND x.open | t] AS ties
WHERE size(ties) > 0
RETURN collect([{{ columns_of_ties(p, ties) }}]) AS rows
