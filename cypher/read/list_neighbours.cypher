// The bodies one step from some bodies, along a line or a seat; up is where they report, feed and sit.
// Parameters: $ids, $up, $down, $types of line, $on, $includeProposed.
// Columns: id.
CALL () {
    MATCH (o:Organization)-[l:REPORTS_TO|SUB_GROUP_OF|FEEDS_INTO|MEMBER_OF|SERVICED_BY|HOSTED_BY|FUNDED_BY|CONVENED_BY|SPEAKS_FOR|LINKED_TO|SUCCEEDED_BY]-(n:Organization)
    WHERE o.id IN $ids AND o.open AND n.open AND type(l) IN $types
        AND l.open AND coalesce(l.earliest, $on) <= $on AND coalesce(l.latest, $on) >= $on AND (l.proposed IS NULL OR $includeProposed)
        AND (($up AND startNode(l) = o) OR ($down AND endNode(l) = o))
    RETURN n.id AS id
  UNION
    MATCH (o:Organization)-[v:ON_BEHALF_OF|HOLDS]-(p:Post)-[i:POST_IN]->(n:Organization)
    WHERE $up AND o.id IN $ids AND o.open AND n.open AND i.open
        AND v.open AND coalesce(v.earliest, $on) <= $on AND coalesce(v.latest, $on) >= $on AND (v.proposed IS NULL OR $includeProposed)
        AND p.open AND coalesce(p.earliest, $on) <= $on AND coalesce(p.latest, $on) >= $on AND (p.proposed IS NULL OR $includeProposed)
    RETURN n.id AS id
  UNION
    MATCH (o:Organization)<-[i:POST_IN]-(p:Post)-[v:ON_BEHALF_OF|HOLDS]-(n:Organization)
    WHERE $down AND o.id IN $ids AND o.open AND n.open AND i.open
        AND v.open AND coalesce(v.earliest, $on) <= $on AND coalesce(v.latest, $on) >= $on AND (v.proposed IS NULL OR $includeProposed)
        AND p.open AND coalesce(p.earliest, $on) <= $on AND coalesce(p.latest, $on) >= $on AND (p.proposed IS NULL OR $includeProposed)
    RETURN n.id AS id
}
RETURN collect(DISTINCT [id]) AS rows
