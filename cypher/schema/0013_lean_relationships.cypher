// Relationships say where they are from in one text, and only what is so: see decision 8.
MATCH ()-[n]->()
{{ cites_in_one_text(n) }}
