// When entries of some places last changed, packed, and what of them is gone. Internal: of facts of any access.
// Parameters: $ids of places; $every, for all of them.
// Columns: id, base, content.
MATCH (m:Moments)
WHERE $every OR m.id IN $ids
RETURN collect([m.id, m.base, m.content]) AS rows
