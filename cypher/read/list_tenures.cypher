// Who holds some posts, followed through FILLED_BY_HOLDER_OF, with the bodies that a person is given with.
// Parameters: $ids of the posts, $on.
// Columns: of, {{ columns_of_a_tenure }}.
MATCH path = (p:Post)-[:FILLED_BY_HOLDER_OF*0..8]->(q:Post)
WHERE p.id IN $ids AND p.open AND q.open
    AND all(f IN relationships(path) WHERE {{ within_its_time(f) }})
MATCH (q)<-[h:HOLDS]-(holder)
WHERE holder.open AND {{ within_its_time(h) }}
RETURN collect([
    p.id, {{ columns_of_a_tenure(q, h, holder) }}
]) AS rows
