// The seats that have to do with the bodies of an area, on them, for them, held or appointed by them, of whatever date:
// all of them, or those that begin, end or are proposed, or of which a tie does. Each with the body it is on, who holds
// it, whose holders fill it and which it fills, whom it is for and who appoints.
// Pattern comprehensions, since the embedded engine scans everything for a second MATCH.
// Parameters: $area, $dated whether only such seats are wanted.
// Columns: {{ columns_of_ties }}.
MATCH (a:Area {id: $area})
WHERE a.open
UNWIND [(a)<-[i:IN_AREA]-(o:Organization)-[l:POST_IN|ON_BEHALF_OF|APPOINTED_BY|HOLDS]-(p:Post)
    WHERE i.open AND o.open AND l.open AND p.open | p] AS p
WITH DISTINCT p
WITH p, [(p)-[t:POST_IN|HOLDS|FILLED_BY_HOLDER_OF|ON_BEHALF_OF|APPOINTED_BY]-(x) WHERE t.open AND x.open | t] AS ties
WHERE NOT $dated OR any(t IN ties WHERE t.since IS NOT NULL OR t.until IS NOT NULL OR t.proposed)
    OR p.since IS NOT NULL OR p.until IS NOT NULL OR p.vacantSince IS NOT NULL OR p.proposed
RETURN collect([{{ columns_of_ties(p, ties) }}]) AS rows
