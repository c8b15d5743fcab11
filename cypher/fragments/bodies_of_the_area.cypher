// The bodies of the area with the id `id`, found from there. By a pattern comprehension, since the embedded engine scans
// everything for a second MATCH.
// Arguments: b, the body.
MATCH (a:Area {id: id})
WHERE a.open
UNWIND [(a)<-[placed:IN_AREA]-(body:Organization) WHERE placed.open AND body.open | body] AS b
