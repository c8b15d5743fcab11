// Keep a suggestion, unless too many wait: then nothing is written.
// Parameters: $said, the properties of its node; $most that may wait.
// Columns: id.
OPTIONAL MATCH (waiting:Suggestion {state: 'waiting'})
WITH count(waiting) AS waits
WHERE waits < $most
CREATE (s:Suggestion)
SET s = $said
RETURN s.id AS id
