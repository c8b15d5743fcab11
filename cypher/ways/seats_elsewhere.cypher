// The seats on other bodies that a body holds, or that are held on its behalf: one that is both stands twice.
// Arguments: o, the body; p, a seat; v, the tie to it; i, its place; b, the body it is on.
// Parameters: $on, $includeProposed.
[(o)-[v:ON_BEHALF_OF|HOLDS]-(p:Post)-[i:POST_IN]->(b:Organization)
    WHERE b.open AND i.open AND b.id <> o.id AND {{ holds_on_the_day(v) }} AND {{ holds_on_the_day(p) }} |
    [{{ columns_of_a_post(p, b) }}]]
