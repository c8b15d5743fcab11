// One step up from some bodies, and what carries a voice there: a line, a seat for the body or held by it, a seat
// for nobody recorded that the holder of one of its posts fills. From people at large, also those who speak for them.
// Pattern comprehensions, since the embedded engine scans everything for a UNION or a second MATCH.
// Parameters: $ids of the bodies, $on, $includeProposed.
// Columns: from, isCommitteeOfStatutory, lines, seats, offices; each step in them begins with id, sector and
// classification of where it leads.
MATCH (x:Organization)
WHERE x.id IN $ids
RETURN collect([
    x.id,
    x.classification = 'committee' AND size([(x)-[s:SUB_GROUP_OF]->(parent:Organization) WHERE s.open AND parent.sector = 'statutory' | 1]) > 0,
    [(x)-[l:MEMBER_OF|FEEDS_INTO|SUB_GROUP_OF|REPORTS_TO]->(g:Organization)
        WHERE g.open AND l.open AND coalesce(l.earliest, $on) <= $on AND coalesce(l.latest, $on) >= $on AND (l.proposed IS NULL OR $includeProposed) |
        [g.id, g.sector, g.classification, [
            l.id, type(l), x.id, g.id, l.proposed, l.certainty, l.note, l.amount, l.amountPer, l.since, l.until, l.cites
        ]]] +
    [(x)<-[l:SPEAKS_FOR]-(g:Organization)
        WHERE x.kind = 'constituency' AND g.open AND l.open AND coalesce(l.earliest, $on) <= $on AND coalesce(l.latest, $on) >= $on AND (l.proposed IS NULL OR $includeProposed) |
        [g.id, g.sector, g.classification, [
            l.id, type(l), g.id, x.id, l.proposed, l.certainty, l.note, l.amount, l.amountPer, l.since, l.until, l.cites
        ]]],
    [(x)<-[v:ON_BEHALF_OF]-(p:Post)-[i:POST_IN]->(g:Organization)
        WHERE i.open AND g.open AND v.open AND coalesce(v.earliest, $on) <= $on AND coalesce(v.latest, $on) >= $on AND (v.proposed IS NULL OR $includeProposed)
            AND p.open AND coalesce(p.earliest, $on) <= $on AND coalesce(p.latest, $on) >= $on AND (p.proposed IS NULL OR $includeProposed) |
        [g.id, g.sector, g.classification, p.id]] +
    [(x)-[v:HOLDS]->(p:Post)-[i:POST_IN]->(g:Organization)
        WHERE i.open AND g.open AND v.open AND coalesce(v.earliest, $on) <= $on AND coalesce(v.latest, $on) >= $on AND (v.proposed IS NULL OR $includeProposed)
            AND p.open AND coalesce(p.earliest, $on) <= $on AND coalesce(p.latest, $on) >= $on AND (p.proposed IS NULL OR $includeProposed)
            AND NOT EXISTS {
                MATCH (p)-[o:ON_BEHALF_OF]->(other:Organization)
                WHERE o.open AND other.open AND other.kind <> 'constituency' AND other <> x AND coalesce(o.earliest, $on) <= $on AND coalesce(o.latest, $on) >= $on
            } |
        [g.id, g.sector, g.classification, p.id]],
    [(x)<-[j:POST_IN]-(q:Post)<-[f:FILLED_BY_HOLDER_OF*1..6]-(p:Post)-[i:POST_IN]->(g:Organization)
        WHERE i.open AND j.open AND g.open AND q.open AND coalesce(q.earliest, $on) <= $on AND coalesce(q.latest, $on) >= $on AND (q.proposed IS NULL OR $includeProposed)
            AND all(t IN f WHERE t.open AND coalesce(t.earliest, $on) <= $on AND coalesce(t.latest, $on) >= $on AND (t.proposed IS NULL OR $includeProposed))
            AND p.open AND coalesce(p.earliest, $on) <= $on AND coalesce(p.latest, $on) >= $on AND (p.proposed IS NULL OR $includeProposed)
            AND NOT EXISTS {
                MATCH (p)-[o:ON_BEHALF_OF]->(other:Organization)
                WHERE o.open AND other.open AND coalesce(o.earliest, $on) <= $on AND coalesce(o.latest, $on) >= $on
            } |
        [g.id, g.sector, g.classification, p.id, q.id]]
]) AS rows
