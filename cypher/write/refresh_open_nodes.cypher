// Work out anew which nodes are open, and what readers of the others need, from those that a load changed on to all that hangs on them in any place.
// Parameters: $organizations, $people, $posts, $meetings, $actions, $assessments, $absences, ids of nodes to begin from; $bodies, $gatherings, ids of organizations and meetings to begin from only where they are not open.
// Columns: label, id, had, needs.
CALL () {
    {{ nodes_by_ids(s) }}
  UNION ALL
    UNWIND $bodies AS id MATCH (s:Organization {id: id}) WHERE NOT s.open RETURN s
  UNION ALL
    UNWIND $gatherings AS id MATCH (s:Meeting {id: id}) WHERE NOT s.open RETURN s
}
UNWIND [(s)<-[:{{ ties_to_what_it_hangs_on }}*0..2]-(n) | n]
    + [(s)<-[:ON_BEHALF_OF]-(p:Post) WHERE p.id CONTAINS '--for-' | p] AS n
WITH DISTINCT n
WITH n,
    coalesce(n.needs, []) AS had,
    {{ should_be_open(n) }} AS open,
    {{ needs_of_a_node(n) }} AS needs
{{ seen_where_it_differs(n) }}
RETURN collect([labels(n)[0], n.id, had, CASE WHEN open THEN [] ELSE needs END]) AS rows
