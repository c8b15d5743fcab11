// What a step reached: pairs of groups with the id of the seat that joins them, or '', `more`; those seats, `joining`; and
// the groups through which a voice may pass on.
WITH x, way[0] AS g, way[1] AS p
WHERE {{ may_a_voice_pass(g) }}
RETURN collect(DISTINCT [x.id, g.id, coalesce(p.id, '')]) AS more, collect(DISTINCT p) AS joining,
    collect(DISTINCT g) AS reached
