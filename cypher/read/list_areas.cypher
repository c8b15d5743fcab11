// Every area, with its bodies by what decides whether they count on a day: so many of each sort.
// Parameters: none.
// Columns: id, name, gss, classification, part_of_id, report_back_days,
// sorts[classification, kind, status, since, until, holds_until, count, bodies].
MATCH (a:Area)
WHERE a.open
OPTIONAL MATCH (a)<-[i:IN_AREA]-(o:Organization)
WHERE i.open AND o.open
WITH a, o.classification AS classification, o.kind AS kind, o.status AS status, o.since AS since, o.until AS until,
    o.holdsUntil AS holdsUntil, coalesce(o.count, 1) AS alike, count(o) AS bodies
WITH a, collect([classification, kind, status, since, until, holdsUntil, alike, bodies]) AS sorts
RETURN collect([
    a.id, a.name, a.gss, a.classification, head([(a)-[p:PART_OF]->(b:Area) WHERE p.open AND b.open | b.id]),
    a.reportBackDays, sorts
]) AS rows
