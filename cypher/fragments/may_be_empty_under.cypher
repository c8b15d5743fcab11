// The same as `may_be_empty` of a seat that somebody holds on the day without an office between: nobody else's holding,
// and no office, can leave it empty.
// Arguments: p, the post; h, the holding.
p.vacant IS NOT NULL OR p.vacantSince IS NOT NULL OR p.termYears IS NOT NULL OR p.takenUp = 'no'
    OR h.termEnds IS NOT NULL OR h.capacity = 'deputy'
