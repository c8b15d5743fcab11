// Nodes are open when they and all they hang on are public, in whatever place: as refresh_open_nodes has it since.
MATCH (n)
WHERE n.access IS NOT NULL
WITH n,
    all(access IN [(n)-[:POST_IN|MEETING_OF|ASSESSES|SUBJECT|FROM|ARISING_FROM*0..2]->(m) | m.access] WHERE access = 'public')
    AND none(name IN [(n)-[v:ON_BEHALF_OF]->(g) WHERE v.access <> 'public' OR g.access <> 'public' | last(split(g.id, '/'))]
        WHERE n.id CONTAINS '--for-' AND last(split(n.id, '--for-')) CONTAINS name) AS open
WHERE n.open IS NULL OR n.open <> open
SET n.open = open
