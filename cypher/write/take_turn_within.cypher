// Make whoever else runs this, or take_turn, wait until the transaction ends, of which it leaves nothing; on Neo4j only.
// Parameters: none.
// Columns: id.
MERGE (t:Turn {id: 'current'})
WITH t, t.id AS taken
DELETE t
RETURN taken AS id
