// The bodies one step from some bodies, along a line or a seat; up is where they report, feed and sit.
// Pattern comprehensions, since the embedded engine scans everything for a second MATCH.
// Parameters: $ids, $up, $down, $types of line, $on, $includeProposed.
// Columns: id.
MATCH (o:Organization)
WHERE o.id IN $ids AND o.open
UNWIND [(o)-[l:{{ kinds_of_line }}]-(n:Organization)
        WHERE n.open AND type(l) IN $types AND {{ holds_on_the_day(l) }}
            AND (($up AND startNode(l) = o) OR ($down AND endNode(l) = o)) | [n.id]] +
    [(o)-[v:ON_BEHALF_OF|HOLDS]-(p:Post)-[i:POST_IN]->(n:Organization)
        WHERE $up AND n.open AND i.open AND {{ holds_on_the_day(v) }}
            AND {{ holds_on_the_day(p) }} | [n.id]] +
    [(o)<-[i:POST_IN]-(p:Post)-[v:ON_BEHALF_OF|HOLDS]-(n:Organization)
        WHERE $down AND n.open AND i.open AND {{ holds_on_the_day(v) }}
            AND {{ holds_on_the_day(p) }} | [n.id]] AS row
RETURN collect(DISTINCT row) AS rows
