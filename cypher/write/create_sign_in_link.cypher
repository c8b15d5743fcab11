// Write a new link to sign in.
// Parameters: $said, the properties of its node.
// Columns: id.
CREATE (l:SignInLink)
SET l = $said
RETURN l.id AS id
