// Work out anew which relationships of some nodes are open: those that are public and whose ends are both open; and what readers of
// the others need.
// Parameters: $organizations, $people, $posts, $meetings, $actions, $assessments, $absences, ids of the nodes.
// Columns: changed.
CALL () {
    {{ nodes_by_ids(n) }}
}
UNWIND [(n)-[r]-() | r] AS r
WITH DISTINCT r
WITH r, {{ link_should_be_open(r.access, startNode(r), endNode(r)) }} AS open,
    {{ needs_of_a_link(r.access, r.place, startNode(r), endNode(r)) }} AS needs
{{ seen_where_it_differs(r) }}
RETURN count(r) AS changed
