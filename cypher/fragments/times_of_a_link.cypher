// Works out when a relationship holds: within its own time and that of its ends.
// Arguments: r, the relationship; a, where it starts; b, where it ends.
WITH r, {{ start_of_a_link(r, a, b) }} AS start, {{ end_of_a_link(r, a, b) }} AS last,
    {{ proposed_with_its_ends(r, a, b) }} AS proposed
{{ time_where_it_differs(r) }}
