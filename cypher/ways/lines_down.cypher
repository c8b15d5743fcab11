// The lines to a body, of all kinds or of those asked for.
// Arguments: o, the body; l, a line; other, where it comes from.
// Parameters: $ever, $on, $includeProposed.
[(o)<-[l:{{ kinds_of_line }}]-(other:Organization) WHERE other.open AND {{ holds_then_or_ever(l) }} |
    [{{ columns_of_a_line(l, other, o) }}]]
