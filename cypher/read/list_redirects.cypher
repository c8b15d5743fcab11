// Every id that is another by now, and what it is. Internal: of facts of any access.
// Parameters: none.
// Columns: id, to, public.
MATCH (r:Redirect)
RETURN collect([r.id, r.to, r.public]) AS rows
