// Sets right, where it is not what it should be, what is open, and what a reader needs of what is not.
// Arguments: it, a node or a relationship.
WHERE it.open IS NULL OR it.open <> open OR coalesce(it.needs, []) <> needs
SET it.open = open, it.needs = CASE WHEN open THEN null ELSE needs END
