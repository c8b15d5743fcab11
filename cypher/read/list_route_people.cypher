// The bodies on which somebody sits who sits on some other bodies too: named, or known only by an office that fills
// both seats; followed through the posts whose holders fill others.
// Parameters: $ids of the bodies, $on, $includeProposed.
// Columns: of, is_committee_of_statutory,
// people[leads_to, sector, classification, may_be_empty, own_post_id, post_id, person_name],
// offices[leads_to, sector, classification, may_be_empty, own_post_id, post_id, person_name].
MATCH (x:Organization)
WHERE x.id IN $ids
RETURN collect([
    x.id,
    {{ is_committee_of_statutory(x) }},
    [(x)<-[j:POST_IN]-(q:Post)-[u:FILLED_BY_HOLDER_OF*0..6]->(held:Post)<-[h:HOLDS]-(n:Person)-[k:HOLDS]->(also:Post)<-[d:FILLED_BY_HOLDER_OF*0..6]-(p:Post)-[i:POST_IN]->(g:Organization)
        WHERE i.open AND j.open AND g.open AND g <> x AND n.open AND held.open AND also.open AND {{ holds_on_the_day(q) }}
            AND {{ holds_on_the_day(p) }}
            AND {{ holds_on_the_day(h) }}
            AND {{ holds_on_the_day(k) }}
            AND all(t IN u WHERE {{ holds_on_the_day(t) }})
            AND all(t IN d WHERE {{ holds_on_the_day(t) }}) |
        [g.id, g.sector, g.classification, size(u) > 0 OR size(d) > 0 OR {{ may_be_empty_under(q, h) }} OR {{ may_be_empty_under(p, k) }}, q.id, p.id, n.name]],
    [(x)<-[j:POST_IN]-(q:Post)-[u:FILLED_BY_HOLDER_OF*0..6]->(office:Post)<-[d:FILLED_BY_HOLDER_OF*0..6]-(p:Post)-[i:POST_IN]->(g:Organization)
        WHERE i.open AND j.open AND g.open AND g <> x AND office.open AND {{ holds_on_the_day(q) }}
            AND {{ holds_on_the_day(p) }}
            AND all(t IN u WHERE {{ holds_on_the_day(t) }})
            AND all(t IN d WHERE {{ holds_on_the_day(t) }}) |
        [g.id, g.sector, g.classification, {{ may_be_empty(p) }} OR {{ may_be_empty(q) }}, q.id, p.id, null]]
]) AS rows
