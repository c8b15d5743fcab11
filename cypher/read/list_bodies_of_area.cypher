// The bodies of an area, and those elsewhere that a line or a seat joins to them.
// Parameters: $area, $types of line, $on, $includeProposed.
// Columns: id.
CALL () {
    MATCH (a:Area)<-[i:IN_AREA]-(o:Organization)
    WHERE a.id = $area AND a.open AND i.open AND o.open
    RETURN o.id AS id
  UNION
    MATCH (a:Area)<-[i:IN_AREA]-(o:Organization)-[l:{{ kinds_of_line }}]-(n:Organization)
    WHERE a.id = $area AND a.open AND i.open AND o.open AND n.open AND type(l) IN $types
        AND {{ holds_on_the_day(l) }}
    RETURN n.id AS id
  UNION
    MATCH (a:Area)<-[i:IN_AREA]-(o:Organization)<-[s:POST_IN]-(p:Post)-[v:ON_BEHALF_OF|HOLDS]-(n:Organization)
    WHERE a.id = $area AND a.open AND i.open AND o.open AND n.open AND s.open
        AND {{ holds_on_the_day(v) }}
        AND {{ holds_on_the_day(p) }}
    RETURN n.id AS id
}
RETURN collect(DISTINCT [id]) AS rows
