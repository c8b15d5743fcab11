// What is not open and has a page, with the words that its readers need. Internal: it lists facts of any access.
// Parameters: none.
// Columns: label, id, needs.
MATCH (n:Organization|Person|Post|Meeting|Source)
WHERE n.needs IS NOT NULL
RETURN collect([labels(n)[0], n.id, n.needs]) AS rows
