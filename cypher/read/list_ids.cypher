// Every id, with its label, for checking what files mention. Internal: it lists facts of any access.
// Parameters: none.
// Columns: label, id, open.
MATCH (n)
WHERE n.place IS NOT NULL
RETURN collect([labels(n)[0], n.id, n.open]) AS rows
