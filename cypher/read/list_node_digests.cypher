// What the database knows of some places' nodes, to tell added from changed and unchanged.
// Parameters: $places, area ids ('' for areas and sources).
// Columns: label, id, digest, access.
MATCH (n)
WHERE n.place IN $places
RETURN collect([labels(n)[0], n.id, n.digest, n.access]) AS rows
