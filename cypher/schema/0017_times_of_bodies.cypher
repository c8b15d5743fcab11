// Bodies are there from their beginning to their end: as refresh_times_of_bodies has it since.
{{ sources_with_a_date }}
MATCH (o:Organization)
{{ times_of_a_body(o, dated) }}
