// What tells whether two people, or two bodies, may be one: registers' numbers, bodies they sit on, work for or are
// joined with, and meetings that they were at.
// Parameters: $place, '' for all.
// Columns: id, identifiers, bodies, meetings.
CALL () {
    MATCH (p:Person)
    WHERE p.open AND ($place = '' OR p.place = $place)
    RETURN p.id AS id, null AS identifiers,
        [(p)-[h:HOLDS]->(s:Post)-[i:POST_IN]->(b:Organization) WHERE h.open AND s.open AND i.open AND b.open | b.id]
        + [(p)-[w:WORKS_FOR]->(e:Organization) WHERE w.open AND e.open | e.id] AS bodies,
        [(p)-[a:ATTENDED]->(m:Meeting) WHERE a.open AND m.open | m.id] AS meetings
  UNION ALL
    MATCH (o:Organization)
    WHERE o.open AND ($place = '' OR o.place = $place)
    RETURN o.id AS id, o.identifiers AS identifiers,
        [(o)-[l]-(x:Organization) WHERE l.open AND x.open | x.id] AS bodies, [] AS meetings
}
RETURN collect([id, identifiers, bodies, meetings]) AS rows
