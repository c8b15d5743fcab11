// Write ATTENDED relationships from Person to Meeting: add new ones, overwrite the properties of known ones.
// Parameters: $rows, maps with id, from, to and properties.
// Columns: written, how many.
UNWIND $rows AS row
MATCH (a:Person {id: row.from})
MATCH (b:Meeting {id: row.to})
MERGE (a)-[r:ATTENDED {id: row.id}]->(b)
SET r += row.properties, r.open = (row.properties.access = 'public' AND a.open AND b.open)
RETURN count(r) AS written
