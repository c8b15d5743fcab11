// Write PART_OF relationships from Area to Area: add new ones, overwrite the properties of known ones.
// Parameters: $rows, maps with id, from, to and properties.
// Columns: written, how many.
UNWIND $rows AS row
MATCH (a:Area {id: row.from})
MATCH (b:Area {id: row.to})
MERGE (a)-[r:PART_OF {id: row.id}]->(b)
SET r += row.properties, r.open = (row.properties.access = 'public' AND a.open AND b.open)
RETURN count(r) AS written
