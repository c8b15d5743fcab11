// There on the day, or whenever it was when $ever; no mere proposal unless those are asked for.
// Arguments: fact, a node or a relationship.
fact.open AND ($ever OR {{ within_its_time(fact) }}) AND (fact.onlyProposed IS NULL OR $includeProposed)
