// Every name that search looks through.
// Parameters: none.
// Columns: label, id, name, alternate_names, former_names, place, classification, until, holds_until, followers, area_ids.
MATCH (n:Organization|Person|Area|Source)
WHERE n.open
RETURN collect([
    labels(n)[0], n.id, coalesce(n.name, n.title), coalesce(n.alternateNames, []), coalesce(n.formerNames, []),
    n.place, n.classification, n.until, n.holdsUntil,
    [(n)-[s:SUCCEEDED_BY]->(follower:Organization) WHERE s.open AND follower.open AND s.onlyProposed IS NULL | follower.name],
    [(n)-[i:IN_AREA]->(a:Area) WHERE i.open AND a.open | a.id]
]) AS rows
