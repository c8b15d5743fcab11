// The groups with a part in who sits in a seat.
// Arguments: p, the seat; g, a group; v, the tie.
// Parameters: $on, $includeProposed.
[(p)-[v:APPOINTED_BY]->(g:Organization) WHERE g.open AND {{ holds_with_its_post(v, p) }} | [{{ columns_of_an_appointer(v, g) }}]]
