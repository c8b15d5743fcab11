// The bodies whose voice gets to a body in one upward step: along a line, or because a seat on it is for them or theirs.
// Parameters: $id of the body, $on, $includeProposed.
// Columns: id, name.
MATCH (x:Organization {id: $id})
RETURN [(x)<-[l:MEMBER_OF|FEEDS_INTO|SUB_GROUP_OF|REPORTS_TO]-(g:Organization)
        WHERE g.open AND {{ holds_on_the_day(l) }} | [g.id, g.name]] +
    [(x)<-[i:POST_IN]-(p:Post)-[v:ON_BEHALF_OF|HOLDS]-(g:Organization)
        WHERE i.open AND g.open AND {{ holds_on_the_day(v) }}
            AND {{ holds_on_the_day(p) }} | [g.id, g.name]] AS rows
