// The groups that a seat's holder speaks for.
// Arguments: p, the seat; g, a group; v, the tie.
// Parameters: $on, $includeProposed.
[(p)-[v:ON_BEHALF_OF]->(g:Organization) WHERE g.open AND {{ holds_with_its_post(v, p) }} | [{{ columns_of_an_organization(g) }}]]
