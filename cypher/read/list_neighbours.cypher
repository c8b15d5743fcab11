// The bodies one step from some bodies, along a line or a seat; up is where they report, feed and sit.
// Parameters: $ids, $up, $down, $types of line, $on, $includeProposed.
// Columns: id.
CALL () {
    MATCH (o:Organization)-[l:{{ kinds_of_line }}]-(n:Organization)
    WHERE o.id IN $ids AND o.open AND n.open AND type(l) IN $types
        AND {{ holds_on_the_day(l) }}
        AND (($up AND startNode(l) = o) OR ($down AND endNode(l) = o))
    RETURN n.id AS id
  UNION
    MATCH (o:Organization)-[v:ON_BEHALF_OF|HOLDS]-(p:Post)-[i:POST_IN]->(n:Organization)
    WHERE $up AND o.id IN $ids AND o.open AND n.open AND i.open
        AND {{ holds_on_the_day(v) }}
        AND {{ holds_on_the_day(p) }}
    RETURN n.id AS id
  UNION
    MATCH (o:Organization)<-[i:POST_IN]-(p:Post)-[v:ON_BEHALF_OF|HOLDS]-(n:Organization)
    WHERE $down AND o.id IN $ids AND o.open AND n.open AND i.open
        AND {{ holds_on_the_day(v) }}
        AND {{ holds_on_the_day(p) }}
    RETURN n.id AS id
}
RETURN collect(DISTINCT [id]) AS rows
