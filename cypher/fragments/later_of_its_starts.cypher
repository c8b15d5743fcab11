// The latest of the days from which a fact and what it hangs on can have been there; null where none is known.
// Arguments: day, its own; supports, the nodes that it hangs on.
reduce(start = day, support IN supports | CASE WHEN support.holdsFrom IS NULL OR support.holdsFrom < start THEN start ELSE support.holdsFrom END)
