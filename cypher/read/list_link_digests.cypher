// What the database knows of some places' relationships, to tell added from changed and unchanged.
// Parameters: $places, area ids ('' for areas and sources).
// Columns: type, id, digest, from_id, to_id.
MATCH (a)-[r]->(b)
WHERE r.place IN $places
RETURN collect([type(r), r.id, r.digest, a.id, b.id]) AS rows
