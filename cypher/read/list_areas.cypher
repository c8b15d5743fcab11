// Every area.
// Parameters: none.
// Columns: id, name, gss, classification, partOf, organizations.
MATCH (a:Area)
WHERE a.open
RETURN collect([
    a.id, a.name, a.gss, a.classification,
    head([(a)-[p:PART_OF]->(b:Area) WHERE p.open AND b.open | b.id]),
    COUNT { (a)<-[i:IN_AREA]-(o:Organization) WHERE i.open AND o.open }
]) AS rows
