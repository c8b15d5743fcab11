// What is read of a recorded absence: `absence` in app/store/rows.py makes a record of it.
// Arguments: a, the absence; o, who is missing.
// Columns: id, subject_id, from_id, note, cites.
a.id, o.id, head([(a)-[f:FROM]->(missed:Organization) WHERE f.open AND missed.open | missed.id]), a.note, a.cites
