// Remove relationships that a place's file no longer has, or has between other ends.
// Parameters: $places, the places whose files were read; $ids, of the relationships to remove, null for all of theirs; $keys, type and id of each, since ids are unique within a type.
// Columns: removed.
MATCH (a)-[r]->(b)
WHERE r.place IN $places AND ($ids IS NULL OR r.id IN $ids AND (type(r) + ' ' + r.id) IN $keys)
DELETE r
RETURN count(*) AS removed
