// Works out when a seat or a recorded absence holds: within its own time and that of the bodies it hangs on, and as a
// mere proposal if it or one of them is.
// Arguments: n, the node.
WITH n, [(n)-[:POST_IN|SUBJECT|FROM]->(m:Organization) | m] AS bodies
WITH n, {{ later_of_its_starts(n.earliest, bodies) }} AS start, {{ earlier_of_its_ends(n.latest, bodies) }} AS last,
    CASE WHEN n.proposed OR any(body IN bodies WHERE body.onlyProposed) THEN true ELSE null END AS proposed
{{ time_where_it_differs(n) }}
