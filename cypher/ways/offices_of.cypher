// The posts whose holders fill a seat, with how many steps away each is.
// Arguments: p, the seat; q, a post; i, its place; b, the body it is on; f, the fillings.
// Parameters: $on, $includeProposed.
[(p)-[f:FILLED_BY_HOLDER_OF*1..8]->(q:Post)-[i:POST_IN]->(b:Organization)
    WHERE q.open AND {{ proposed_with_its_post(q, p) }} AND i.open AND b.open
        AND all(step IN f WHERE {{ holds_with_its_post(step, p) }}) |
    [{{ columns_of_a_filling_post(size(f) - 1, q, b) }}]]
