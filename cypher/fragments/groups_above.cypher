// The groups to which a group brings its voice in one step, each with the seat that joins them: by a line, which has none,
// or by a seat for it or held by it.
// Arguments: x, the group; condition, what must be so of the group as well.
[(x)-[l:MEMBER_OF|FEEDS_INTO|SUB_GROUP_OF]->(g:Organization)
    WHERE condition AND {{ holds_on_the_day(l) }} | [g, null]] +
[(x)-[v:ON_BEHALF_OF|HOLDS]-(p:Post)-[i:POST_IN]->(g:Organization)
    WHERE condition AND i.open AND {{ holds_on_the_day(v) }}
        AND {{ holds_on_the_day(p) }} | [g, p]]
