// Forget that some ids led to others, or others to them, and what changes moved that had any of them.
// Parameters: $ids.
// Columns: removed.
MATCH (n:Redirect|Moves)
WHERE n.id IN $ids OR n.to IN $ids
    OR any(id IN coalesce(n.befores, []) WHERE id IN $ids) OR any(id IN coalesce(n.afters, []) WHERE id IN $ids)
DELETE n
RETURN count(*) AS removed
