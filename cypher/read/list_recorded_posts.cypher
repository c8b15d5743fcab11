// Every seat recorded that has to do with some bodies: on them, for them, held by them, or appointed by them.
// Parameters: $ids of the bodies.
// Columns: id.
MATCH (o:Organization)-[l:POST_IN|ON_BEHALF_OF|APPOINTED_BY|HOLDS]-(p:Post)
WHERE o.id IN $ids AND l.open AND p.open
RETURN collect(DISTINCT [p.id]) AS rows
