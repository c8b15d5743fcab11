// Write ON_BEHALF_OF relationships from Post to Organization: add new ones, overwrite the properties of known ones.
// Parameters: $rows, maps with id, from, to and properties.
// Columns: written, how many.
UNWIND $rows AS row
MATCH (a:Post {id: row.from})
MATCH (b:Organization {id: row.to})
MERGE (a)-[r:ON_BEHALF_OF {id: row.id}]->(b)
SET r += row.properties, r.open = (row.properties.access = 'public' AND a.open AND b.open)
RETURN count(r) AS written
