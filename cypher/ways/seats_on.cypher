// The seats on a body.
// Arguments: o, the body; p, a seat; i, its place there.
// Parameters: $on, $includeProposed.
[(o)<-[i:POST_IN]-(p:Post) WHERE i.open AND {{ holds_on_the_day(p) }} | [{{ columns_of_a_post(p, o) }}]]
