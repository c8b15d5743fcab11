// Write relationships of one type between nodes that are as new as they are, so none of them is there yet, and what holds
// of both ends is known: `properties` say whether they are open, and when they hold.
// Arguments: kind, of the relationships; from_label, of the nodes they start from; to_label, of those they end at.
// Parameters: $rows, maps with from, to and properties.
// Columns: written.
UNWIND $rows AS row
MATCH (a:from_label {id: row.from})
MATCH (b:to_label {id: row.to})
CREATE (a)-[r:kind]->(b)
SET r = row.properties
RETURN count(r) AS written
