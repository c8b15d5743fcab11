// Write the words of a change set anew, without somebody who is taken out for good.
// Parameters: $id of the change set; $why, $told, its words.
// Columns: id.
MATCH (c:ChangeSet {id: $id})
SET c.why = $why, c.told = $told
RETURN c.id AS id
