// The word that a reader of something must have that is not public.
// Arguments: it, a node or a relationship.
it.access + ':' + coalesce(it.place, '') + '/'
