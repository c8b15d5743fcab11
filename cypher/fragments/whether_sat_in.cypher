// The little of a seat, and of who holds it or held it, that decides whether somebody is in it on the day, where nothing is
// told of them: `who_sits` with fewer columns. `found` in app/domain/seat_state.py decides.
// Arguments: p, the post.
// Columns: id, number, taken_up, vacant, vacant_since, term_years, tenures[post_id, capacity, since, until, term_ends,
// vacated], offices[steps, post_id, vacant, vacant_since, term_years].
p.id, p.number, p.takenUp, p.vacant, p.vacantSince, p.termYears,
[(p)-[f:FILLED_BY_HOLDER_OF*0..8]->(q:Post)<-[h:HOLDS]-(holder)
    WHERE q.open AND {{ proposed_with_its_post(q, p) }} AND holder.open AND {{ begun_with_its_post(h, p) }}
        AND all(t IN f WHERE {{ holds_with_its_post(t, p) }}) |
    [q.id, h.capacity, h.since, h.until, h.termEnds, {{ vacated(q) }}]],
[(p)-[f:FILLED_BY_HOLDER_OF*1..8]->(q:Post)-[i:POST_IN]->(b:Organization)
    WHERE q.open AND {{ proposed_with_its_post(q, p) }} AND i.open AND b.open AND all(t IN f WHERE {{ holds_with_its_post(t, p) }}) |
    [size(f), q.id, q.vacant, q.vacantSince, q.termYears]]
