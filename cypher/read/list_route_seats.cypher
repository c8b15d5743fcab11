// Everything that is said of some seats beside themselves: who holds them and by which offices, whom they speak for, and
// who appoints. Pattern comprehensions, since the embedded engine scans everything for a second MATCH or a named path.
// Parameters: $ids of the posts, $on.
// Columns: of, tenures, offices, onBehalfOf, appointedBy; tenures as list_tenures has them, offices as list_filling_posts.
MATCH (p:Post)
WHERE p.id IN $ids AND p.open
RETURN collect([
    p.id,
    [(p)-[f:FILLED_BY_HOLDER_OF*0..8]->(q:Post)<-[h:HOLDS]-(holder)
        WHERE q.open AND holder.open AND h.open AND coalesce(h.earliest, $on) <= $on AND coalesce(h.latest, $on) >= $on
            AND all(t IN f WHERE t.open AND coalesce(t.earliest, $on) <= $on AND coalesce(t.latest, $on) >= $on) | [
        q.id, holder.id, holder.name, 'Person' IN labels(holder), h.capacity, h.certainty, h.note, h.since, h.until,
        h.cites,
        [(holder)-[w:WORKS_FOR]->(o:Organization) WHERE o.open AND w.open AND coalesce(w.earliest, $on) <= $on AND coalesce(w.latest, $on) >= $on | o.name]
    ]],
    [(p)-[f:FILLED_BY_HOLDER_OF*1..8]->(q:Post)-[i:POST_IN]->(b:Organization)
        WHERE q.open AND i.open AND b.open AND all(t IN f WHERE t.open AND coalesce(t.earliest, $on) <= $on AND coalesce(t.latest, $on) >= $on) |
        [size(f), q.id, q.role, q.label, q.vacantSince, b.id, b.name]],
    [(p)-[o:ON_BEHALF_OF]->(g:Organization) WHERE o.open AND g.open AND coalesce(o.earliest, $on) <= $on AND coalesce(o.latest, $on) >= $on | g.id],
    [(p)-[o:APPOINTED_BY]->(g:Organization) WHERE o.open AND g.open AND coalesce(o.earliest, $on) <= $on AND coalesce(o.latest, $on) >= $on | g.id]
]) AS rows
