// From when on a relationship can have been there: no sooner than its ends, of which people and meetings have no time
// of their own. Who followed a body need not wait for that.
// Arguments: r, the relationship; a, where it starts; b, where it ends.
{{ later_of_its_starts(r.earliest, CASE WHEN type(r) = 'SUCCEEDED_BY' THEN [b] ELSE [a, b] END) }}
