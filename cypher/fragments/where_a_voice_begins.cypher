// Where the walk of a voice begins: the body, and the first step up from it.
MATCH (u:Organization {id: $of})
WHERE u.open
WITH u, [] AS steps, [] AS joints, [u] AS seen, [u] AS edge
// the first step differs: a constituency goes to those who speak for it
CALL (edge) {
    UNWIND CASE WHEN $maxSteps >= 1 THEN edge ELSE [] END AS x
    UNWIND [(x)<-[l:SPEAKS_FOR]-(g:Organization)
            WHERE x.kind = 'constituency' AND {{ holds_on_the_day(l) }} | [g, null]] +
        {{ groups_above(x, x.kind <> 'constituency') }} AS way
    {{ reached }}
}
{{ after_a_step }}
