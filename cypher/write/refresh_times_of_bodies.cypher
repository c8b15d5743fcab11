// Work out anew from when until when some bodies are there, and whether they are mere proposals.
// Parameters: $ids of the bodies.
// Columns: id.
{{ sources_with_a_date }}
UNWIND $ids AS id
MATCH (o:Organization {id: id})
{{ times_of_a_body(o, dated) }}
RETURN collect([o.id]) AS rows
