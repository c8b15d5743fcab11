// Every source.
// Parameters: none.
// Columns: id, title, publisher, creators, published, url, note, read, kind.
MATCH (s:Source)
WHERE s.open
RETURN collect([s.id, s.title, s.publisher, s.creators, s.published, s.url, s.note, s.read, s.kind]) AS rows
