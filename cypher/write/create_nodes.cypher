// Write nodes of one label that are not there yet.
// Arguments: label, of the nodes.
// Parameters: $rows, the properties of each, its id among them.
// Columns: written.
UNWIND $rows AS row
CREATE (n:label)
SET n = row
RETURN count(n) AS written
