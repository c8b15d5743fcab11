// The groups to which a group brings its voice in one step: by a line, or by a seat for it or held by it,
// whose id is `seat`; it is empty for a line.
// Arguments: x, the group; condition, what must be so of the group as well.
MATCH (x)-[l:MEMBER_OF|FEEDS_INTO|SUB_GROUP_OF]->(g:Organization)
WHERE condition AND {{ holds_on_the_day(l) }}
RETURN g, '' AS seat
UNION
MATCH (x)-[v:ON_BEHALF_OF|HOLDS]-(p:Post)-[i:POST_IN]->(g:Organization)
WHERE condition AND i.open AND {{ holds_on_the_day(v) }}
    AND {{ holds_on_the_day(p) }}
RETURN g, p.id AS seat
