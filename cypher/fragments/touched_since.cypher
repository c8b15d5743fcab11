// Whether an entry changed since a moment: those are listed, or all of their place are as new; any where nobody asks.
// Arguments: it, a node or a relationship.
($touched IS NULL OR it.id IN $touched OR any(within IN $touchedIn WHERE it.id STARTS WITH within))
