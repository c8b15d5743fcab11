// What is read of an action: `action` in app/store/rows.py makes a record of it.
// Arguments: x, the action; meeting, the id of the meeting it arises from.
// Columns: id, text, status, due, owner_note, note, meeting_id, owners[label, id], cites.
x.id, x.text, x.status, x.due, x.ownerNote, x.note, meeting,
[(x)-[w:OWNED_BY]->(owner) WHERE w.open AND owner.open | [labels(owner)[0], owner.id]],
x.cites
