// What is read of the ties of a post: `ties_of_posts` in app/store/register_rows.py makes values of them.
// Arguments: p, the post; ties, its relationships.
// Columns: id, ties[type, id, from_id, to_id, is_person, capacity, proposed, certainty, note, since, until, cites].
p.id, [t IN ties | [
    type(t), t.id, startNode(t).id, endNode(t).id, 'Person' IN labels(startNode(t)), t.capacity, t.proposed,
    t.certainty, t.note, t.since, t.until, t.cites
]]
