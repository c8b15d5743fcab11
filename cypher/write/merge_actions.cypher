// Write actions: add new ones, overwrite the properties of known ones.
// Parameters: $rows, maps with id and properties (every property named, null where there is none).
// Columns: written, how many.
UNWIND $rows AS row
MERGE (n:Action {id: row.id})
SET n += row.properties
RETURN count(n) AS written
