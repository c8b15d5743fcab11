// The people who work for a body or are given with it: one stands as often as there are ties.
// Arguments: o, the body; p, a person; w, the tie.
// Parameters: $on.
[(o)<-[w:WORKS_FOR]-(p:Person) WHERE p.open AND {{ within_its_time(w) }} | [{{ columns_of_a_person(p) }}]]
