// Relationships are open when they are public and both their ends are open: as refresh_open_links has it since.
MATCH (a)-[r]->(b)
WHERE r.access IS NOT NULL
WITH r, {{ link_should_be_open(r.access, a, b) }} AS open
{{ open_where_it_differs(r) }}
