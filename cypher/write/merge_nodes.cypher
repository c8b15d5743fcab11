// Write nodes of one label: add new ones, overwrite the properties of known ones.
// Arguments: label, of the nodes.
// Parameters: $rows, maps with id and properties (every property named, null where there is none).
// Columns: written.
UNWIND $rows AS row
MERGE (n:label {id: row.id})
SET n += row.properties
RETURN count(n) AS written
