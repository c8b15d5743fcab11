// Open to everybody, begun on the day and not over, as far as its dates are known; a proposal counts like a fact.
// Arguments: fact, a node or a relationship.
fact.open AND coalesce(fact.earliest, $on) <= $on AND coalesce(fact.latest, $on) >= $on
