// Relationships hold while both their ends do: as refresh_times_of_links has it since.
MATCH (a)-[r]->(b)
{{ times_of_a_link(r, a, b) }}
