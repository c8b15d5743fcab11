// Work out anew which relationships of some nodes are open: those that are public and whose ends are both open; and what readers of
// the others need.
// Parameters: $organizations, $people, $posts, $meetings, $actions, $assessments, $absences, ids of the nodes.
// Columns: type, id, place, from_label, from_id, to_label, to_id, had, needs.
CALL () {
    {{ nodes_by_ids(n) }}
}
UNWIND [(n)-[r]-() | r] AS r
WITH DISTINCT r
WITH r, coalesce(r.needs, []) AS had, {{ link_should_be_open(r.access, startNode(r), endNode(r)) }} AS open,
    {{ needs_of_a_link(r.access, r.place, startNode(r), endNode(r)) }} AS needs
{{ seen_where_it_differs(r) }}
RETURN collect([
    type(r), r.id, coalesce(r.place, ''), labels(startNode(r))[0], startNode(r).id, labels(endNode(r))[0], endNode(r).id,
    had, CASE WHEN open THEN [] ELSE needs END
]) AS rows
