// The posts that a person holds, those included that the holder of a post of theirs fills.
// Arguments: person; h, the tenure; q, the post held; p, a post that follows from it; f, the fillings; i, its place; b, its body.
// Parameters: $on, $includeProposed.
[(person)-[h:HOLDS]->(q:Post)<-[f:FILLED_BY_HOLDER_OF*0..8]-(p:Post)-[i:POST_IN]->(b:Organization)
    WHERE q.open AND {{ holds_on_the_day(h) }} AND {{ holds_on_the_day(p) }} AND i.open AND b.open
        AND all(step IN f WHERE {{ holds_on_the_day(step) }}) | [{{ columns_of_a_held_post(h, q, p, b) }}]]
