// What readers of a closed node need: as refresh_open_nodes has it since.
MATCH (n)
WHERE n.access IS NOT NULL
WITH n,
    {{ should_be_open(n) }} AS open,
    {{ needs_of_a_node(n) }} AS needs
{{ seen_where_it_differs(n) }}
