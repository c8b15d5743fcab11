// The change that a program asked for with a key, so that it is not made twice. Internal: it is told to who has the key.
// Parameters: $key, a digest of it and of who chose it.
// Columns: number, asked.
MATCH (c:ChangeSet {key: $key})
RETURN collect([c.id, c.asked]) AS rows
