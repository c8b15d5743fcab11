// The earliest of the days until which a fact and what it hangs on can have been there; null where none is known.
// Arguments: day, its own; supports, the nodes that it hangs on.
reduce(last = day, support IN supports | CASE WHEN support.holdsUntil IS NULL OR support.holdsUntil > last THEN last ELSE support.holdsUntil END)
