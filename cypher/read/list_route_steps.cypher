// One step up from some bodies, and what carries a voice there: a line, a seat for the body or held by it, a seat
// for nobody recorded that the holder of one of its posts fills. From people at large, also those who speak for them.
// Pattern comprehensions, since the embedded engine scans everything for a UNION or a second MATCH.
// Parameters: $ids of the bodies, $on, $includeProposed.
// Columns: of, is_committee_of_statutory, lines[leads_to, sector, classification, {{ columns_of_a_line }}],
// seats[leads_to, sector, classification, may_be_empty, post_id],
// offices[leads_to, sector, classification, may_be_empty, post_id, own_post_id].
MATCH (x:Organization)
WHERE x.id IN $ids
RETURN collect([
    x.id,
    {{ is_committee_of_statutory(x) }},
    [(x)-[l:MEMBER_OF|FEEDS_INTO|SUB_GROUP_OF|REPORTS_TO]->(g:Organization)
        WHERE g.open AND {{ holds_on_the_day(l) }} |
        [g.id, g.sector, g.classification, {{ columns_of_a_line(l, x, g) }}]] +
    [(x)<-[l:SPEAKS_FOR]-(g:Organization)
        WHERE x.kind = 'constituency' AND g.open AND {{ holds_on_the_day(l) }} |
        [g.id, g.sector, g.classification, {{ columns_of_a_line(l, g, x) }}]],
    [(x)<-[v:ON_BEHALF_OF]-(p:Post)-[i:POST_IN]->(g:Organization)
        WHERE i.open AND g.open AND {{ holds_on_the_day(v) }}
            AND {{ holds_on_the_day(p) }} |
        [g.id, g.sector, g.classification, {{ may_be_empty(p) }}, p.id]] +
    [(x)-[v:HOLDS]->(p:Post)-[i:POST_IN]->(g:Organization)
        WHERE i.open AND g.open AND {{ holds_on_the_day(v) }}
            AND {{ holds_on_the_day(p) }}
            AND NOT EXISTS {
                MATCH (p)-[o:ON_BEHALF_OF]->(other:Organization)
                WHERE other.open AND other.kind <> 'constituency' AND other <> x AND {{ within_its_time(o) }}
            } |
        [g.id, g.sector, g.classification, {{ may_be_empty(p) }}, p.id]],
    [(x)<-[j:POST_IN]-(q:Post)<-[f:FILLED_BY_HOLDER_OF*1..6]-(p:Post)-[i:POST_IN]->(g:Organization)
        WHERE i.open AND j.open AND g.open AND {{ holds_on_the_day(q) }}
            AND all(t IN f WHERE {{ holds_on_the_day(t) }})
            AND {{ holds_on_the_day(p) }}
            AND NOT EXISTS {
                MATCH (p)-[o:ON_BEHALF_OF]->(other:Organization)
                WHERE other.open AND {{ within_its_time(o) }}
            } |
        [g.id, g.sector, g.classification, {{ may_be_empty(p) }} OR {{ may_be_empty(q) }}, p.id, q.id]]
]) AS rows
