// Nodes are open when they and all they hang on are public, in whatever place: as refresh_open_nodes has it since.
MATCH (n)
WHERE n.access IS NOT NULL
WITH n,
    {{ should_be_open(n) }} AS open
{{ open_where_it_differs(n) }}
