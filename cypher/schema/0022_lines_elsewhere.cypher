// From which bodies lines start that a place records between bodies of other places: all else that a place records is
// at its own nodes, so that loading it finds what is there without a look at other places.
MATCH (a:Organization)-[r:{{ kinds_of_line }}]->(b:Organization)
WHERE NOT a.id STARTS WITH (r.place + '/') AND NOT b.id STARTS WITH (r.place + '/')
WITH r.place AS place, collect(DISTINCT a.id) AS bodies
MERGE (x:LinesElsewhere {id: place})
SET x.bodies = bodies
