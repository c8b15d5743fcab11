// The sources that everybody may see and that have a date, as `dated`: [id, the day before it].
MATCH (s:Source)
WHERE s.open AND s.published IS NOT NULL
WITH collect([s.id, {{ day_before_a_source(s.published) }}]) AS dated
