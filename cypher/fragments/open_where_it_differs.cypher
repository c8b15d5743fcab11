// Sets what is open right where that is not what it should be.
// Arguments: it, a node or a relationship.
WHERE it.open IS NULL OR it.open <> open
SET it.open = open
