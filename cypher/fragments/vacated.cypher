// Since when a post is recorded as vacant, if that ends a holding that began before: of several alike another may be meant.
// The same for values is `vacated_since` in app/domain/seat_state.py.
// Arguments: q, the post.
CASE WHEN q.vacant = 'no' OR q.number > 1 THEN null ELSE q.vacantSince END
