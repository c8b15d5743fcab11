// The bodies of an area, and those elsewhere that a line or a seat joins to them.
// Pattern comprehensions, since the embedded engine scans everything for a UNION or a second MATCH.
// Parameters: $area, $types of line, $on, $includeProposed.
// Columns: id.
MATCH (a:Area {id: $area})
WHERE a.open
UNWIND [(a)<-[i:IN_AREA]-(o:Organization) WHERE i.open AND o.open | o] AS o
UNWIND [[o.id]] +
    [(o)-[l:{{ kinds_of_line }}]-(n:Organization)
        WHERE n.open AND type(l) IN $types AND {{ holds_on_the_day(l) }} | [n.id]] +
    [(o)<-[s:POST_IN]-(p:Post)-[v:ON_BEHALF_OF|HOLDS]-(n:Organization)
        WHERE n.open AND s.open AND {{ holds_on_the_day(v) }}
            AND {{ holds_on_the_day(p) }} | [n.id]] AS row
RETURN collect(DISTINCT row) AS rows
