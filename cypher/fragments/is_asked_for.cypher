// Whether an organization is of the place, the classifications, the sectors, the statuses and the identifiers that a list is asked for,
// and changed since the moment.
// Arguments: o, the organization.
($area = '' OR EXISTS { MATCH (o)-[i:IN_AREA]->(a:Area) WHERE i.open AND a.open AND a.id = $area })
    AND (size($classifications) = 0 OR o.classification IN $classifications)
    AND (size($sectors) = 0 OR o.sector IN $sectors)
    AND (size($statuses) = 0 OR o.status IN $statuses)
    AND (size($identifiers) = 0 OR any(each IN $identifiers WHERE o.identifiers CONTAINS each))
    AND {{ touched_since(o) }}
