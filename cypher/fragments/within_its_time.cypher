// Open to everybody, begun on the day and not over, and so is all that it hangs on, as far as their dates are known; a
// proposal counts like a fact. Each load works out from when until when that is: see app/store/lifetimes.py.
// Arguments: fact, a node or a relationship.
fact.open AND coalesce(fact.holdsFrom, $on) <= $on AND coalesce(fact.holdsUntil, $on) >= $on
