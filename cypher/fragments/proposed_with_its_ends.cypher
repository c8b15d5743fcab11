// True for a relationship that is only proposed, or an end of which is; null for any other.
// Arguments: r, the relationship; a, where it starts; b, where it ends.
CASE WHEN r.proposed OR a.onlyProposed OR b.onlyProposed THEN true ELSE null END
