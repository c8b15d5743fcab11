// Write the words of a change set anew, without somebody who is taken out for good.
// Parameters: $id of the change set; $why, $told, its words; $without, the id of whom it touches no more.
// Columns: id.
MATCH (c:ChangeSet {id: $id})
SET c.why = $why, c.told = $told, c.entries = [entry IN c.entries WHERE entry <> $without]
RETURN c.id AS id
