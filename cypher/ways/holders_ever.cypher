// Everybody who ever holds a seat, followed through the offices whose holders fill it, as long as that lasts.
// Arguments: p, the seat; q, the post held; h, the tenure; who, a person or an organization; f, the fillings.
// Parameters: $on, $includeProposed.
[(p)-[f:FILLED_BY_HOLDER_OF*0..8]->(q:Post)<-[h:HOLDS]-(who)
    WHERE q.open AND {{ proposed_with_its_post(q, p) }} AND who.open AND h.open AND {{ proposed_with_its_post(h, p) }}
        AND all(step IN f WHERE step.open AND {{ proposed_with_its_post(step, p) }} AND {{ meets(h, step) }}) |
    [{{ columns_of_a_tenure(q, h, who) }}]]
