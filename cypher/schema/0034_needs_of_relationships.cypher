// What readers of a closed relationship need: as refresh_open_links has it since.
MATCH (a)-[r]->(b)
WHERE r.access IS NOT NULL
WITH r, {{ link_should_be_open(r.access, a, b) }} AS open,
    {{ needs_of_a_link(r.access, r.place, a, b) }} AS needs
{{ seen_where_it_differs(r) }}
