// What the database knows of lines that some places' files record between bodies of other places, from the bodies that
// such lines start from. Internal: facts of any access.
// Parameters: $ids of these bodies; $places, whose files record the lines.
// Columns: place, type, id, digest, from_label, from_id, to_id.
UNWIND $ids AS id
MATCH (a:Organization {id: id})
UNWIND [(a)-[r:{{ kinds_of_line }}]->(b:Organization)
    WHERE r.place IN $places AND NOT a.id STARTS WITH (r.place + '/') AND NOT b.id STARTS WITH (r.place + '/')
    | [r.place, type(r), r.id, r.digest, 'Organization', a.id, b.id]] AS line
RETURN collect(line) AS rows
