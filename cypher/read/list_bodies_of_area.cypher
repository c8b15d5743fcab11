// The bodies of an area, and those elsewhere that a line or a seat joins to them.
// Parameters: $area, $types of line, $on, $includeProposed.
// Columns: id.
CALL () {
    MATCH (a:Area)<-[i:IN_AREA]-(o:Organization)
    WHERE a.id = $area AND a.open AND i.open AND o.open
    RETURN o.id AS id
  UNION
    MATCH (a:Area)<-[i:IN_AREA]-(o:Organization)-[l:REPORTS_TO|SUB_GROUP_OF|FEEDS_INTO|MEMBER_OF|SERVICED_BY|HOSTED_BY|FUNDED_BY|CONVENED_BY|SPEAKS_FOR|LINKED_TO|SUCCEEDED_BY]-(n:Organization)
    WHERE a.id = $area AND a.open AND i.open AND o.open AND n.open AND type(l) IN $types
        AND l.open AND coalesce(l.earliest, $on) <= $on AND coalesce(l.latest, $on) >= $on AND (l.proposed IS NULL OR $includeProposed)
    RETURN n.id AS id
  UNION
    MATCH (a:Area)<-[i:IN_AREA]-(o:Organization)<-[s:POST_IN]-(p:Post)-[v:ON_BEHALF_OF|HOLDS]-(n:Organization)
    WHERE a.id = $area AND a.open AND i.open AND o.open AND n.open AND s.open
        AND v.open AND coalesce(v.earliest, $on) <= $on AND coalesce(v.latest, $on) >= $on AND (v.proposed IS NULL OR $includeProposed)
        AND p.open AND coalesce(p.earliest, $on) <= $on AND coalesce(p.latest, $on) >= $on AND (p.proposed IS NULL OR $includeProposed)
    RETURN n.id AS id
}
RETURN collect(DISTINCT [id]) AS rows
