// What the walk of a voice comes to: first who sits in those seats that join one group to the next and may be empty, since
// no voice passes an empty one; then the seats that every group reached holds, and what follows from the body's own posts.
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
