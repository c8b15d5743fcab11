// Relationships are open when they are public and both their ends are open: as refresh_open_links has it since.
MATCH (a)-[r]->(b)
WHERE r.access IS NOT NULL
WITH r, r.access = 'public' AND a.open AND b.open AS open
WHERE r.open IS NULL OR r.open <> open
SET r.open = open
