// Which people hold some posts, of whatever date; not followed to other posts.
// Parameters: $ids of the posts.
// Columns: id, post, holder, isPerson, capacity, proposed, certainty, note, since, until, cites.
MATCH (p:Post)<-[h:HOLDS]-(holder:Person)
WHERE p.id IN $ids AND p.open AND h.open AND holder.open
RETURN collect([
    h.id, p.id, holder.id, true, h.capacity, h.proposed, h.certainty, h.note, h.since, h.until, h.cites
]) AS rows
