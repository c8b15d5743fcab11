// The bodies that a person works for, leads, or is given with: one stands as often as there are ties.
// Arguments: p, the person; o, a body; w, the tie.
// Parameters: $on.
[(p)-[w:WORKS_FOR]->(o:Organization) WHERE o.open AND {{ within_its_time(w) }} | [{{ columns_of_an_organization(o) }}]]
