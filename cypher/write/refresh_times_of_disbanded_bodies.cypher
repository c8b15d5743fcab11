// Work out anew until when the bodies are there that are disbanded, nobody says when: their sources date that.
// Parameters: none.
// Columns: id.
{{ sources_with_a_date }}
MATCH (o:Organization)
WHERE o.status = 'disbanded' AND o.latest IS NULL
{{ times_of_a_body(o, dated) }}
RETURN collect([o.id]) AS rows
