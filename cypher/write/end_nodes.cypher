// Give an end to nodes that a place's file no longer has. The digest goes, so that a file that has them again is heard.
// Parameters: $places, the places whose files were read; $ids, of the nodes; $until, the end as it is written; $latest, its last day.
// Columns: ended.
MATCH (n)
WHERE n.place IN $places AND n.id IN $ids
SET n.until = $until, n.latest = $latest, n.digest = 0,
    n.dissolved = CASE WHEN labels(n)[0] = 'Organization' THEN $until ELSE null END
RETURN count(n) AS ended
