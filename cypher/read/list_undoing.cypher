// Which changes took some changes back. Internal: numbers of changes of facts of any access.
// Parameters: $undone, of the changes that were taken back.
// Columns: number, undoes.
MATCH (c:ChangeSet)
WHERE c.undoes IN $undone
RETURN collect([c.id, c.undoes]) AS rows
