// Everybody who ever holds some posts, before and after the day too, followed through FILLED_BY_HOLDER_OF as long as that
// lasts.
// Parameters: $ids of the posts, $on, $includeProposed.
// Columns: of, {{ columns_of_a_tenure }}.
MATCH path = (p:Post)-[:FILLED_BY_HOLDER_OF*0..8]->(q:Post)
WHERE p.id IN $ids AND p.open AND q.open AND {{ proposed_with_its_post(q, p) }}
    AND all(f IN relationships(path) WHERE f.open AND {{ proposed_with_its_post(f, p) }})
MATCH (q)<-[h:HOLDS]-(holder)
WHERE h.open AND holder.open AND {{ proposed_with_its_post(h, p) }}
    AND all(f IN relationships(path) WHERE {{ meets(h, f) }})
RETURN collect([
    p.id, {{ columns_of_a_tenure(q, h, holder) }}
]) AS rows
