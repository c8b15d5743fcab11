// The numbers of changes, and what tells who may know of them. Internal: changes of facts of any access.
// Parameters: $every, or $places of which a change is of any; $place, '' for all; $moment, since when, in milliseconds; $of, the id of an entry, '' for all.
// Columns: number, places, confidential, parts, listed.
MATCH (c:ChangeSet)
WHERE ($every OR any(place IN c.places WHERE place IN $places)) AND ($place = '' OR $place IN c.places)
  AND c.moment >= $moment AND ($of = '' OR c.entries IS NULL OR $of IN c.entries)
RETURN collect([c.id, c.places, c.confidential, c.parts, c.entries IS NOT NULL]) AS rows
