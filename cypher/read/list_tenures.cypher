// Who holds some posts, or held them before the day, followed through FILLED_BY_HOLDER_OF, with the bodies that a person is given with.
// Parameters: $ids of the posts, $on, $includeProposed.
// Columns: of, {{ columns_of_a_tenure }}.
MATCH path = (p:Post)-[:FILLED_BY_HOLDER_OF*0..8]->(q:Post)
WHERE p.id IN $ids AND p.open AND q.open AND {{ proposed_with_its_post(q, p) }}
    AND all(f IN relationships(path) WHERE {{ holds_with_its_post(f, p) }})
MATCH (q)<-[h:HOLDS]-(holder)
WHERE holder.open AND {{ begun_with_its_post(h, p) }}
RETURN collect([
    p.id, {{ columns_of_a_tenure(q, h, holder) }}
]) AS rows
