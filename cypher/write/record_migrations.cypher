// Remember which schema statements have been run.
// Parameters: $ids, the files' names; $applied, the day.
// Columns: recorded.
UNWIND $ids AS id
MERGE (m:Migration {id: id})
SET m.applied = $applied
RETURN count(m) AS recorded
