// Write relationships of one type: add new ones, overwrite the properties of known ones.
// Arguments: type, of the relationships; start, the label of the nodes they start from; end, of those they end at.
// Parameters: $rows, maps with id, from, to and properties.
// Columns: written.
UNWIND $rows AS row
MATCH (a:start {id: row.from})
MATCH (b:end {id: row.to})
MERGE (a)-[r:type {id: row.id}]->(b)
SET r += row.properties, r.open = ({{ link_should_be_open(row.properties.access, a, b) }})
RETURN count(r) AS written
