// The newest changes of the record, or those of one place, or some of them. Internal: what changes did to facts of any access.
// Parameters: $place, '' for all; $numbers, of some changes, none for all; $before, a number, 0 for the newest; $limit.
// Columns: number, moment, by, how, why, files, undoes, places, added, changed, ended, removed, told, parts, confidential.
MATCH (c:ChangeSet)
WHERE ($numbers = [] OR c.id IN $numbers) AND ($before = 0 OR c.id < $before) AND ($place = '' OR $place IN c.places)
WITH c ORDER BY c.id DESC LIMIT $limit
RETURN collect([c.id, c.moment, c.by, c.how, c.why, c.files, c.undoes, c.places, c.added, c.changed, c.ended, c.removed, c.told, c.parts, c.confidential]) AS rows
