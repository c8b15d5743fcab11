// Begun by the day, whether or not it has ended by itself since, and a proposal only as the post that it hangs on is one: who sat
// in a seat last is known only from what has ended. `found` in app/domain/seat_state.py sorts out who is there.
// Arguments: fact, a tenure of the post; post.
fact.open AND coalesce(fact.holdsFrom, $on) <= $on AND (fact.latest < $on OR coalesce(fact.holdsUntil, $on) >= $on)
    AND {{ proposed_with_its_post(fact, post) }}
