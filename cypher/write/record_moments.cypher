// Keep when the entries of a place last changed.
// Parameters: $id of the place; $base, since when all that is not listed is as it is; $content, the others, packed.
// Columns: id.
MERGE (m:Moments {id: $id})
SET m.base = $base, m.content = $content
RETURN m.id AS id
