// Sets when a fact holds, `start`, `last` and `proposed`, where that is not what it should be.
// Arguments: it, a node or a relationship.
WHERE NOT (coalesce(it.holdsFrom = start, it.holdsFrom IS NULL AND start IS NULL)
    AND coalesce(it.holdsUntil = last, it.holdsUntil IS NULL AND last IS NULL)
    AND coalesce(it.onlyProposed = proposed, it.onlyProposed IS NULL AND proposed IS NULL))
SET it.holdsFrom = start, it.holdsUntil = last, it.onlyProposed = proposed
