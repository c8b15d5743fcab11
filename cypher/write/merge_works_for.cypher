// Write WORKS_FOR relationships from Person to Organization: add new ones, overwrite the properties of known ones.
// Parameters: $rows, maps with id, from, to and properties.
// Columns: written, how many.
UNWIND $rows AS row
MATCH (a:Person {id: row.from})
MATCH (b:Organization {id: row.to})
MERGE (a)-[r:WORKS_FOR {id: row.id}]->(b)
SET r += row.properties, r.open = (row.properties.access = 'public' AND a.open AND b.open)
RETURN count(r) AS written
