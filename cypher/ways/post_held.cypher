// The post that somebody holds, where the body it is on is open.
// Arguments: q, the post; i, its place; b, the body.
[(q)-[i:POST_IN]->(b:Organization) WHERE i.open AND b.open | [{{ columns_of_a_post(q, b) }}]]
