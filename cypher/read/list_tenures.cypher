// Who holds some posts, followed through FILLED_BY_HOLDER_OF, with the bodies that a person is given with.
// Parameters: $ids of the posts, $on.
// Columns: of, post, holder, name, isPerson, capacity, certainty, note, since, until, cites, affiliations.
MATCH path = (p:Post)-[:FILLED_BY_HOLDER_OF*0..8]->(q:Post)
WHERE p.id IN $ids AND p.open AND q.open
    AND all(f IN relationships(path) WHERE f.open AND coalesce(f.earliest, $on) <= $on AND coalesce(f.latest, $on) >= $on)
MATCH (q)<-[h:HOLDS]-(holder)
WHERE holder.open AND h.open AND coalesce(h.earliest, $on) <= $on AND coalesce(h.latest, $on) >= $on
RETURN collect([
    p.id, q.id, holder.id, holder.name, 'Person' IN labels(holder), h.capacity, h.certainty, h.note, h.since, h.until,
    h.cites,
    [(holder)-[w:WORKS_FOR]->(o:Organization) WHERE o.open AND w.open AND coalesce(w.earliest, $on) <= $on AND coalesce(w.latest, $on) >= $on | o.name]
]) AS rows
