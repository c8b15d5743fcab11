// The lines to a body.
// Arguments: o, the body; l, a line; other, where it comes from.
// Parameters: $types, $ever, $on, $includeProposed.
[(o)<-[l:{{ kinds_of_line }}]-(other:Organization) WHERE other.open AND type(l) IN $types AND {{ holds_then_or_ever(l) }} |
    [{{ columns_of_a_line(l, other, o) }}]]
