// The dates at which something of an area begins or ends: its bodies, their lines, the seats on them, who holds them.
// Parameters: $area.
// Columns: since, until.
CALL () {
    MATCH (a:Area)<-[i:IN_AREA]-(o:Organization)
    WHERE a.id = $area AND a.open AND i.open AND o.open AND (o.since IS NOT NULL OR o.until IS NOT NULL)
    RETURN o.id AS id, o.since AS since, o.until AS until
  UNION
    MATCH (a:Area)<-[i:IN_AREA]-(o:Organization)-[l:{{ kinds_of_line }}]-(n:Organization)
    WHERE a.id = $area AND a.open AND i.open AND o.open AND n.open AND l.open AND (l.since IS NOT NULL OR l.until IS NOT NULL)
    RETURN l.id AS id, l.since AS since, l.until AS until
  UNION
    MATCH (a:Area)<-[i:IN_AREA]-(o:Organization)<-[s:POST_IN]-(p:Post)
    WHERE a.id = $area AND a.open AND i.open AND o.open AND s.open AND p.open AND (p.since IS NOT NULL OR p.until IS NOT NULL)
    RETURN p.id AS id, p.since AS since, p.until AS until
  UNION
    MATCH (a:Area)<-[i:IN_AREA]-(o:Organization)<-[s:POST_IN]-(p:Post)-[v:ON_BEHALF_OF|HOLDS]-(n)
    WHERE a.id = $area AND a.open AND i.open AND o.open AND s.open AND p.open AND n.open AND v.open AND (v.since IS NOT NULL OR v.until IS NOT NULL)
    RETURN v.id AS id, v.since AS since, v.until AS until
}
RETURN collect([since, until]) AS rows
