// Until when a relationship can have been there: no longer than its ends; but who followed a body is so for good.
// Arguments: r, the relationship; a, where it starts; b, where it ends.
{{ earlier_of_its_ends(r.latest, CASE WHEN type(r) = 'SUCCEEDED_BY' THEN [] ELSE [a, b] END) }}
