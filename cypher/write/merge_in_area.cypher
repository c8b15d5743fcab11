// Write IN_AREA relationships from Organization to Area: add new ones, overwrite the properties of known ones.
// Parameters: $rows, maps with id, from, to and properties.
// Columns: written, how many.
UNWIND $rows AS row
MATCH (a:Organization {id: row.from})
MATCH (b:Area {id: row.to})
MERGE (a)-[r:IN_AREA {id: row.id}]->(b)
SET r += row.properties, r.open = (row.properties.access = 'public' AND a.open AND b.open)
RETURN count(r) AS written
