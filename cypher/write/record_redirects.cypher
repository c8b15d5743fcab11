// Say of ids what they are by now.
// Parameters: $rows, each with its id, to and public.
// Columns: written.
UNWIND $rows AS row
MERGE (r:Redirect {id: row.id})
SET r.to = row.to, r.public = row.public
RETURN count(r) AS written
