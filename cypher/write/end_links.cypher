// Give an end to relationships that a place's file no longer has. The digest goes, so that a file that has them again is heard.
// Parameters: $places, the places whose files were read; $ids, of the relationships; $keys, type and id of each, since ids are unique within a type; $until, the end as it is written; $latest, its last day.
// Columns: ended.
MATCH (a)-[r]->(b)
WHERE r.place IN $places AND r.id IN $ids AND (type(r) + ' ' + r.id) IN $keys
SET r.until = $until, r.latest = $latest, r.digest = 0
SET r.holdsUntil = {{ end_of_a_link(r, a, b) }}
RETURN count(r) AS ended
