// The words that a reader of a relationship must have: its own, and those of both ends; none where it is open.
// Arguments: access, the relationship's; place, which says it; a, where it starts; b, where it ends.
CASE WHEN access = 'public' THEN [] ELSE [access + ':' + coalesce(place, '') + '/'] END + coalesce(a.needs, []) + coalesce(b.needs, [])
