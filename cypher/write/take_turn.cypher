// Make whoever else runs this wait until the transaction is rolled back; on Neo4j only.
// Parameters: none.
// Columns: id.
MERGE (t:Turn {id: 'current'})
RETURN t.id AS id
