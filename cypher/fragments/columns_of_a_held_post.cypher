// What is read of a post that somebody holds, beside the post itself.
// Arguments: h, the tenure; q, the post held; p, the post that follows from it; b, the body it is on.
// Columns: post_id, capacity, since, until, office_vacated, seat_vacated.
p.id, h.capacity, h.since, h.until, {{ vacated(q) }}, {{ vacated(p) }}
