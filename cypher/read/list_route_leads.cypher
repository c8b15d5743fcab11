// The bodies whose voice gets to a body in one upward step: along a line, or because a seat on it is for them or theirs.
// Parameters: $id of the body, $on, $includeProposed.
// Columns: id, name.
MATCH (x:Organization {id: $id})
RETURN [(x)<-[l:MEMBER_OF|FEEDS_INTO|SUB_GROUP_OF|REPORTS_TO]-(g:Organization)
        WHERE g.open AND l.open AND coalesce(l.earliest, $on) <= $on AND coalesce(l.latest, $on) >= $on AND (l.proposed IS NULL OR $includeProposed) | [g.id, g.name]] +
    [(x)<-[i:POST_IN]-(p:Post)-[v:ON_BEHALF_OF|HOLDS]-(g:Organization)
        WHERE i.open AND g.open AND v.open AND coalesce(v.earliest, $on) <= $on AND coalesce(v.latest, $on) >= $on AND (v.proposed IS NULL OR $includeProposed)
            AND p.open AND coalesce(p.earliest, $on) <= $on AND coalesce(p.latest, $on) >= $on AND (p.proposed IS NULL OR $includeProposed) | [g.id, g.name]] AS rows
