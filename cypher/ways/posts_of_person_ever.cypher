// The posts that a person ever holds, before and after the day too, those included that the holder of a post of theirs
// fills as long as that lasts.
// Arguments: person; h, the tenure; q, the post held; p, a post that follows from it; f, the fillings; i, its place; b, its body.
// Parameters: $includeProposed.
[(person)-[h:HOLDS]->(q:Post)<-[f:FILLED_BY_HOLDER_OF*0..8]-(p:Post)-[i:POST_IN]->(b:Organization)
    WHERE q.open AND i.open AND b.open AND h.open AND (h.proposed IS NULL OR $includeProposed)
        AND p.open AND (p.proposed IS NULL OR $includeProposed) AND {{ meets(h, p) }}
        AND all(step IN f WHERE step.open AND (step.proposed IS NULL OR $includeProposed) AND {{ meets(h, step) }}) |
    [{{ columns_of_a_held_post(h, q, p, b) }}]]
