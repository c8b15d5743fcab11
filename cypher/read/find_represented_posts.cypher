// Where a body is represented: the seats held for it, for groups it reaches, and those its people hold for others.
// The rule is in app/questions/representation/rules.py and the graph model; the database does the walking. Pattern
// comprehensions, since the embedded engine scans everything for a MATCH from a node that it has already.
// Parameters: $of, an organization's id; $on, a day; $maxSteps, 0 to 6; $includeProposed.
// Columns: steps[from_id, to_id, post_id], joints[{{ whether_sat_in }}], seats[group_id, post_id, board_id, by, for_another, cites],
// offices[how, post_id, board_id, on_behalf_of, cites], absences[id, cites],
// appoints[post_id, board_id, say, cites], cites.
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
{{ a_step_of_a_voice(2) }}
{{ a_step_of_a_voice(3) }}
{{ a_step_of_a_voice(4) }}
{{ a_step_of_a_voice(5) }}
{{ a_step_of_a_voice(6) }}
// who sits in those seats that join one group to the next and may be empty: no voice passes an empty one
CALL (joints) {
    UNWIND joints AS p
    WITH DISTINCT p
    WHERE {{ may_be_empty(p) }}
    RETURN collect([
        {{ whether_sat_in(p) }}
    ]) AS joined
}
// the seats of every group reached: held on its behalf, or by it on behalf of no other body
CALL (seen) {
    UNWIND seen AS x
    UNWIND [(x)-[v:ON_BEHALF_OF|HOLDS]-(p:Post)-[i:POST_IN]->(b:Organization)
        WHERE i.open AND b.open AND {{ holds_on_the_day(v) }}
            AND {{ holds_on_the_day(p) }} | [
        x.id, p.id, b.id, type(v),
        size([(p)-[o:ON_BEHALF_OF]->(other:Organization)
            WHERE other.open AND other.kind <> 'constituency' AND other <> x AND {{ holds_on_the_day(o) }} | 1]) > 0,
        p.cites
    ]] AS seat
    RETURN collect(DISTINCT seat) AS seats
}
// what the group's staff hold, and who holds its own posts or an office that fills them
CALL (u) {
    UNWIND [(u)<-[w:WORKS_FOR]-(person:Person) WHERE person.open AND {{ within_its_time(w) }} | ['staff', person]] +
        [(u)<-[:POST_IN]-(own:Post)-[f:FILLED_BY_HOLDER_OF*0..8]->(office:Post)<-[h:HOLDS]-(person:Person)
            WHERE person.open AND {{ holds_on_the_day(h) }} AND {{ holds_on_the_day(own) }}
                AND all(t IN f WHERE {{ holds_on_the_day(t) }}) | ['holder', person]] AS one
    WITH DISTINCT one[0] AS how, one[1] AS person
    UNWIND [(person)-[h:HOLDS]->(held:Post) WHERE held.open AND {{ holds_on_the_day(h) }} | held] AS held
    RETURN collect([how, held]) AS theirs
}
// every post that follows from those, from the group's own, from the offices that fill those, and from what it holds itself
CALL (u, theirs) {
    UNWIND theirs +
        [(u)<-[:POST_IN]-(own:Post) WHERE {{ holds_on_the_day(own) }} | ['own', own]] +
        [(u)<-[:POST_IN]-(own:Post)-[f:FILLED_BY_HOLDER_OF*0..8]->(office:Post)
            WHERE {{ holds_on_the_day(own) }}
                AND all(t IN f WHERE {{ holds_on_the_day(t) }}) | ['holder', office]] +
        [(u)-[h:HOLDS]->(held:Post) WHERE held.open AND {{ holds_on_the_day(h) }} | ['itself', held]] AS root
    WITH DISTINCT root[0] AS how, root[1] AS post
    UNWIND [(post)<-[f:FILLED_BY_HOLDER_OF*0..8]-(p:Post)-[i:POST_IN]->(b:Organization)
        WHERE i.open AND b.open AND {{ holds_on_the_day(p) }}
            AND all(t IN f WHERE {{ holds_on_the_day(t) }}) | [p, b]] AS filled
    WITH DISTINCT how, filled[0] AS p, filled[1] AS b
    RETURN collect([
        how, p.id, b.id,
        [(p)-[o:ON_BEHALF_OF]->(g:Organization)
            WHERE g.open AND {{ holds_on_the_day(o) }} | g.id],
        p.cites
    ]) AS offices
}
// beside them, where the group is recorded as missing, and whose holders it elects, appoints, nominates or ratifies
RETURN [[
    steps, joined, seats, offices,
    [(u)<-[s:SUBJECT]-(a:RecordedAbsence) WHERE s.open AND {{ within_its_time(a) }} | [a.id, a.cites]],
    [(u)<-[v:APPOINTED_BY]-(p:Post)-[i:POST_IN]->(b:Organization)
        WHERE i.open AND b.open AND {{ holds_on_the_day(v) }}
            AND {{ holds_on_the_day(p) }} | [p.id, b.id, v.`as`, v.cites]],
    u.cites
]] AS rows
