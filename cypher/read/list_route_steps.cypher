// The bodies one step up from some bodies, and what carries a voice there: a line, a seat for the body or held by it,
// or a seat for nobody recorded that the holder of one of its posts fills. People at large go to those who speak for them.
// Parameters: $ids of the bodies, $on, $includeProposed.
// Columns: from, to, passable, way, carrier.
CALL () {
    MATCH (x:Organization)-[l:MEMBER_OF|FEEDS_INTO|SUB_GROUP_OF|REPORTS_TO]->(g:Organization)
    WHERE x.id IN $ids AND g.open AND l.open AND coalesce(l.earliest, $on) <= $on AND coalesce(l.latest, $on) >= $on AND (l.proposed IS NULL OR $includeProposed)
    RETURN x, g, 'line' AS way, [
        l.id, type(l), x.id, g.id, l.proposed, l.certainty, l.note, l.amount, l.amountPer, l.since, l.until, l.cites
    ] AS carrier
  UNION ALL
    MATCH (x:Organization)<-[l:SPEAKS_FOR]-(g:Organization)
    WHERE x.id IN $ids AND x.kind = 'constituency' AND g.open AND l.open AND coalesce(l.earliest, $on) <= $on AND coalesce(l.latest, $on) >= $on AND (l.proposed IS NULL OR $includeProposed)
    RETURN x, g, 'line' AS way, [
        l.id, type(l), g.id, x.id, l.proposed, l.certainty, l.note, l.amount, l.amountPer, l.since, l.until, l.cites
    ] AS carrier
  UNION ALL
    MATCH (x:Organization)<-[v:ON_BEHALF_OF]-(p:Post)-[i:POST_IN]->(g:Organization)
    WHERE x.id IN $ids AND i.open AND g.open
        AND v.open AND coalesce(v.earliest, $on) <= $on AND coalesce(v.latest, $on) >= $on AND (v.proposed IS NULL OR $includeProposed)
        AND p.open AND coalesce(p.earliest, $on) <= $on AND coalesce(p.latest, $on) >= $on AND (p.proposed IS NULL OR $includeProposed)
    RETURN x, g, 'seat' AS way, [p.id] AS carrier
  UNION ALL
    MATCH (x:Organization)-[v:HOLDS]->(p:Post)-[i:POST_IN]->(g:Organization)
    WHERE x.id IN $ids AND i.open AND g.open
        AND v.open AND coalesce(v.earliest, $on) <= $on AND coalesce(v.latest, $on) >= $on AND (v.proposed IS NULL OR $includeProposed)
        AND p.open AND coalesce(p.earliest, $on) <= $on AND coalesce(p.latest, $on) >= $on AND (p.proposed IS NULL OR $includeProposed)
        AND NOT EXISTS {
            MATCH (p)-[o:ON_BEHALF_OF]->(other:Organization)
            WHERE o.open AND other.open AND other.kind <> 'constituency' AND other <> x AND coalesce(o.earliest, $on) <= $on AND coalesce(o.latest, $on) >= $on
        }
    RETURN x, g, 'held' AS way, [p.id] AS carrier
  UNION ALL
    MATCH (x:Organization)<-[j:POST_IN]-(q:Post)<-[f:FILLED_BY_HOLDER_OF*1..6]-(p:Post)-[i:POST_IN]->(g:Organization)
    WHERE x.id IN $ids AND j.open AND i.open AND g.open AND q.open AND coalesce(q.earliest, $on) <= $on AND coalesce(q.latest, $on) >= $on AND (q.proposed IS NULL OR $includeProposed)
        AND all(t IN f WHERE t.open AND coalesce(t.earliest, $on) <= $on AND coalesce(t.latest, $on) >= $on AND (t.proposed IS NULL OR $includeProposed))
        AND p.open AND coalesce(p.earliest, $on) <= $on AND coalesce(p.latest, $on) >= $on AND (p.proposed IS NULL OR $includeProposed)
        AND NOT EXISTS {
            MATCH (p)-[o:ON_BEHALF_OF]->(other:Organization)
            WHERE o.open AND other.open AND coalesce(o.earliest, $on) <= $on AND coalesce(o.latest, $on) >= $on
        }
    RETURN x, g, 'office' AS way, [p.id, q.id] AS carrier
}
WITH x, g, way, carrier
WHERE x <> g
RETURN collect([
    x.id, g.id,
    coalesce(g.sector, '') <> 'statutory' AND NOT g.classification IN ['council', 'department', 'statutory_body', 'constituency']
        AND NOT EXISTS {
            MATCH (g)-[s:SUB_GROUP_OF]->(parent:Organization)
            WHERE g.classification = 'committee' AND s.open AND parent.sector = 'statutory'
        },
    way, carrier
]) AS rows
