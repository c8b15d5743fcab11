// Where a body is represented: the seats held for it, for groups it reaches, and those its people hold for others.
// The rule is in app/questions/representation/rules.py and the graph model; the database does the walking.
// Parameters: $of, an organization's id; $on, a day; $maxSteps, 0 to 6; $includeProposed.
// Columns: steps[from_id, to_id, post_id], joints[{{ columns_of_a_post }}, {{ who_sits }}], seats[group_id, post_id, board_id, by, for_another, cites],
// offices[how, post_id, board_id, on_behalf_of, cites], absences[id, cites],
// appoints[post_id, board_id, say, cites], cites.
MATCH (u:Organization {id: $of})
WHERE u.open
WITH u, [] AS steps, [u] AS seen, [u] AS edge
// the first step differs: a constituency goes to those who speak for it
CALL (edge) {
    UNWIND edge AS x
    CALL (x) {
        MATCH (x)<-[l:SPEAKS_FOR]-(g:Organization)
        WHERE x.kind = 'constituency' AND {{ holds_on_the_day(l) }}
        RETURN g, '' AS seat
      UNION
        {{ groups_above(x, x.kind <> 'constituency') }}
    }
    {{ reached(1) }}
}
{{ after_a_step }}
{{ a_step_of_a_voice(2) }}
{{ a_step_of_a_voice(3) }}
{{ a_step_of_a_voice(4) }}
{{ a_step_of_a_voice(5) }}
{{ a_step_of_a_voice(6) }}
WITH u, steps, seen AS groups
// who sits in the seats that join one group to the next: no voice passes an empty one
CALL (steps) {
    UNWIND steps AS step
    WITH DISTINCT step[2] AS id
    WHERE id <> ''
    // its own name for the relationship: the pattern of the offices has another of the same type
    MATCH (p:Post {id: id})-[placed:POST_IN]->(body:Organization)
    WHERE placed.open
    RETURN collect([
        {{ columns_of_a_post(p, body) }},
        {{ who_sits(p) }}
    ]) AS joints
}
// the seats of every group reached: held on its behalf, or by it on behalf of no other body
CALL (groups) {
    UNWIND groups AS x
    MATCH (x)-[v:ON_BEHALF_OF|HOLDS]-(p:Post)-[i:POST_IN]->(b:Organization)
    WHERE i.open AND b.open AND {{ holds_on_the_day(v) }}
        AND {{ holds_on_the_day(p) }}
    OPTIONAL MATCH (p)-[o:ON_BEHALF_OF]->(other:Organization)
    WHERE other.open AND other.kind <> 'constituency' AND other <> x AND {{ holds_on_the_day(o) }}
    RETURN collect(DISTINCT [x.id, p.id, b.id, type(v), other IS NOT NULL, p.cites]) AS seats
}
// the group's own posts, and the offices whose holders fill them
CALL (u) {
    OPTIONAL MATCH up = (u)<-[:POST_IN]-(own:Post)-[:FILLED_BY_HOLDER_OF*0..8]->(office:Post)
    WHERE {{ holds_on_the_day(own) }}
        AND all(f IN relationships(up)[1..] WHERE {{ holds_on_the_day(f) }})
    RETURN collect(DISTINCT own) AS owned, collect(DISTINCT office) AS offices
}
CALL (offices) {
    UNWIND offices AS office
    MATCH (office)<-[h:HOLDS]-(named:Person)
    WHERE named.open AND {{ holds_on_the_day(h) }}
    RETURN collect(DISTINCT named) AS holders
}
CALL (u) {
    OPTIONAL MATCH (u)<-[w:WORKS_FOR]-(person:Person)
    WHERE person.open AND {{ within_its_time(w) }}
    RETURN collect(DISTINCT person) AS staff
}
CALL (u) {
    OPTIONAL MATCH (u)-[h:HOLDS]->(held:Post)
    WHERE held.open AND {{ holds_on_the_day(h) }}
    RETURN collect(DISTINCT held) AS ours
}
CALL (staff, holders) {
    UNWIND [s IN staff | [s, 'staff']] + [n IN holders | [n, 'holder']] AS pair
    WITH pair[0] AS person, pair[1] AS how
    MATCH (person)-[h:HOLDS]->(held:Post)
    WHERE held.open AND {{ holds_on_the_day(h) }}
    RETURN collect(DISTINCT [how, held]) AS theirs
}
WITH u, steps, joints, seats,
    [o IN owned | ['own', o]] + [o IN offices | ['holder', o]] + [o IN ours | ['itself', o]] + theirs AS roots
// every post that follows from those
CALL (roots) {
    UNWIND roots AS root
    WITH root[1] AS post, root[0] AS how
    MATCH down = (p:Post)-[:FILLED_BY_HOLDER_OF*0..8]->(post)
    WHERE {{ holds_on_the_day(p) }}
        AND all(f IN relationships(down) WHERE {{ holds_on_the_day(f) }})
    MATCH (p)-[i:POST_IN]->(b:Organization)
    WHERE i.open AND b.open
    WITH DISTINCT how, p, b
    RETURN collect([
        how, p.id, b.id,
        [(p)-[o:ON_BEHALF_OF]->(g:Organization)
            WHERE g.open AND {{ holds_on_the_day(o) }} | g.id],
        p.cites
    ]) AS offices
}
// where the group is recorded as missing
CALL (u) {
    OPTIONAL MATCH (a:RecordedAbsence)-[s:SUBJECT]->(u)
    WHERE s.open AND {{ within_its_time(a) }}
    RETURN collect([a.id, a.cites]) AS absences
}
// whose holders the group elects, appoints, nominates or ratifies
CALL (u) {
    OPTIONAL MATCH (u)<-[v:APPOINTED_BY]-(p:Post)-[i:POST_IN]->(b:Organization)
    WHERE i.open AND b.open AND {{ holds_on_the_day(v) }}
        AND {{ holds_on_the_day(p) }}
    RETURN collect([p.id, b.id, v.`as`, v.cites]) AS appoints
}
RETURN [[steps, joints, seats, offices, absences, appoints, u.cites]] AS rows
