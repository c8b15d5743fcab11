// Works out from when until when a body is there: `start`, `last` and `proposed`.
// Arguments: o, the body; dated, the sources with a date: [id, the day before it].
WITH o, o.earliest AS start, {{ last_day_of_a_body(o, dated) }} AS last,
    CASE WHEN o.status = 'proposed' THEN true ELSE null END AS proposed
{{ time_where_it_differs(o) }}
