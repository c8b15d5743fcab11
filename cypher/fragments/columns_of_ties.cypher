// What is read of the ties of a post: `ties_of_posts` in app/store/register_rows.py makes values of them.
// Arguments: p, the post; ties, its relationships.
// Columns: id, ties[type, id, from_id, to_id, is_person, capacity, say, proposed, certainty, note, since, until, term_ends,
// cites].
p.id, [t IN ties | [
    type(t), t.id, startNode(t).id, endNode(t).id, 'Person' IN labels(startNode(t)), t.capacity, t.`as`, t.proposed,
    t.certainty, t.note, t.since, t.until, t.termEnds, t.cites
]]
