// Write POST_IN relationships from Post to Organization: add new ones, overwrite the properties of known ones.
// Parameters: $rows, maps with id, from, to and properties.
// Columns: written, how many.
UNWIND $rows AS row
MATCH (a:Post {id: row.from})
MATCH (b:Organization {id: row.to})
MERGE (a)-[r:POST_IN {id: row.id}]->(b)
SET r += row.properties, r.open = (row.properties.access = 'public' AND a.open AND b.open)
RETURN count(r) AS written
