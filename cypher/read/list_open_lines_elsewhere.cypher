// All that is public of the lines that some places' files have between bodies of other places.
// Parameters: $places, whose files record them; $ids of the bodies from which they start.
// Columns: type, id, place, from_label, from_id, to_label, to_id, said.
UNWIND $ids AS id
MATCH (a:Organization {id: id})
UNWIND [(a)-[r:{{ kinds_of_line }}]->(b:Organization)
    WHERE r.place IN $places AND r.open AND a.open AND b.open
        AND NOT a.id STARTS WITH (r.place + '/') AND NOT b.id STARTS WITH (r.place + '/')
    | [type(r), r.id, r.place, 'Organization', a.id, 'Organization', b.id, properties(r)]] AS line
RETURN collect(line) AS rows
