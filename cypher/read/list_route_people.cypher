// The bodies on which somebody sits who sits on some other bodies too, followed through the posts that fill others.
// Parameters: $ids of the bodies, $on, $includeProposed.
// Columns: from, to, passable, ownPost, post, person.
MATCH up = (x:Organization)<-[:POST_IN]-(q:Post)-[:FILLED_BY_HOLDER_OF*0..6]->(office:Post)
WHERE x.id IN $ids AND all(r IN relationships(up) WHERE r.open AND coalesce(r.earliest, $on) <= $on AND coalesce(r.latest, $on) >= $on AND (r.proposed IS NULL OR $includeProposed))
    AND all(n IN nodes(up)[1..] WHERE n.open AND coalesce(n.earliest, $on) <= $on AND coalesce(n.latest, $on) >= $on AND (n.proposed IS NULL OR $includeProposed))
WITH x, q, office
CALL (office) {
    WITH office
    RETURN office AS root, '' AS person
  UNION
    MATCH (office)<-[h:HOLDS]-(named:Person)-[k:HOLDS]->(root:Post)
    WHERE named.open AND h.open AND coalesce(h.earliest, $on) <= $on AND coalesce(h.latest, $on) >= $on AND (h.proposed IS NULL OR $includeProposed)
        AND k.open AND coalesce(k.earliest, $on) <= $on AND coalesce(k.latest, $on) >= $on AND (k.proposed IS NULL OR $includeProposed)
    RETURN root, named.id AS person
}
MATCH down = (p:Post)-[:FILLED_BY_HOLDER_OF*0..6]->(root)
WHERE all(r IN relationships(down) WHERE r.open AND coalesce(r.earliest, $on) <= $on AND coalesce(r.latest, $on) >= $on AND (r.proposed IS NULL OR $includeProposed))
    AND all(n IN nodes(down) WHERE n.open AND coalesce(n.earliest, $on) <= $on AND coalesce(n.latest, $on) >= $on AND (n.proposed IS NULL OR $includeProposed))
MATCH (p)-[i:POST_IN]->(g:Organization)
WHERE i.open AND g.open AND g <> x
RETURN collect(DISTINCT [
    x.id, g.id,
    coalesce(g.sector, '') <> 'statutory' AND NOT g.classification IN ['council', 'department', 'statutory_body', 'constituency']
        AND NOT EXISTS {
            MATCH (g)-[s:SUB_GROUP_OF]->(parent:Organization)
            WHERE g.classification = 'committee' AND s.open AND parent.sector = 'statutory'
        },
    q.id, p.id, person
]) AS rows
