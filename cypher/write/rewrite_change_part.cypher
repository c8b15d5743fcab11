// Write part of a change set anew, without somebody who is taken out for good.
// Parameters: $id of the part; $content.
// Columns: id.
MATCH (p:ChangePart {id: $id})
SET p.content = $content
RETURN p.id AS id
