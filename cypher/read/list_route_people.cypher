// The bodies on which somebody sits who sits on some other bodies too: named, or known only by an office that fills
// both seats; followed through the posts whose holders fill others.
// Parameters: $ids of the bodies, $on, $includeProposed.
// Columns: from, isCommitteeOfStatutory, people, offices; each step begins with id, sector and classification of where
// it leads, then the two seats, and whom a source names.
MATCH (x:Organization)
WHERE x.id IN $ids
RETURN collect([
    x.id,
    x.classification = 'committee' AND size([(x)-[s:SUB_GROUP_OF]->(parent:Organization) WHERE s.open AND parent.sector = 'statutory' | 1]) > 0,
    [(x)<-[j:POST_IN]-(q:Post)-[u:FILLED_BY_HOLDER_OF*0..6]->(held:Post)<-[h:HOLDS]-(n:Person)-[k:HOLDS]->(also:Post)<-[d:FILLED_BY_HOLDER_OF*0..6]-(p:Post)-[i:POST_IN]->(g:Organization)
        WHERE i.open AND j.open AND g.open AND g <> x AND n.open AND held.open AND also.open AND q.open AND coalesce(q.earliest, $on) <= $on AND coalesce(q.latest, $on) >= $on AND (q.proposed IS NULL OR $includeProposed)
            AND p.open AND coalesce(p.earliest, $on) <= $on AND coalesce(p.latest, $on) >= $on AND (p.proposed IS NULL OR $includeProposed)
            AND h.open AND coalesce(h.earliest, $on) <= $on AND coalesce(h.latest, $on) >= $on AND (h.proposed IS NULL OR $includeProposed)
            AND k.open AND coalesce(k.earliest, $on) <= $on AND coalesce(k.latest, $on) >= $on AND (k.proposed IS NULL OR $includeProposed)
            AND all(t IN u WHERE t.open AND coalesce(t.earliest, $on) <= $on AND coalesce(t.latest, $on) >= $on AND (t.proposed IS NULL OR $includeProposed))
            AND all(t IN d WHERE t.open AND coalesce(t.earliest, $on) <= $on AND coalesce(t.latest, $on) >= $on AND (t.proposed IS NULL OR $includeProposed)) |
        [g.id, g.sector, g.classification, q.id, p.id, n.name]],
    [(x)<-[j:POST_IN]-(q:Post)-[u:FILLED_BY_HOLDER_OF*0..6]->(office:Post)<-[d:FILLED_BY_HOLDER_OF*0..6]-(p:Post)-[i:POST_IN]->(g:Organization)
        WHERE i.open AND j.open AND g.open AND g <> x AND office.open AND q.open AND coalesce(q.earliest, $on) <= $on AND coalesce(q.latest, $on) >= $on AND (q.proposed IS NULL OR $includeProposed)
            AND p.open AND coalesce(p.earliest, $on) <= $on AND coalesce(p.latest, $on) >= $on AND (p.proposed IS NULL OR $includeProposed)
            AND all(t IN u WHERE t.open AND coalesce(t.earliest, $on) <= $on AND coalesce(t.latest, $on) >= $on AND (t.proposed IS NULL OR $includeProposed))
            AND all(t IN d WHERE t.open AND coalesce(t.earliest, $on) <= $on AND coalesce(t.latest, $on) >= $on AND (t.proposed IS NULL OR $includeProposed)) |
        [g.id, g.sector, g.classification, q.id, p.id]]
]) AS rows
