// Whether an organization is of the classifications, the sectors, the statuses and the identifiers that a list is asked for,
// and changed since the moment.
// Arguments: o, the organization.
(size($classifications) = 0 OR o.classification IN $classifications)
    AND (size($sectors) = 0 OR o.sector IN $sectors)
    AND (size($statuses) = 0 OR o.status IN $statuses)
    AND (size($identifiers) = 0 OR any(each IN $identifiers WHERE o.identifiers CONTAINS each))
    AND {{ touched_since(o) }}
