// The forums, networks and reference groups of places, and other groups with a constitution or paid hours recorded, by name.
// Parameters: $areas (empty for all), $classifications.
// Columns: {{ columns_of_an_organization }}.
CALL () {
    UNWIND $areas AS id
    MATCH (a:Area {id: id})
    WHERE a.open
    UNWIND [(a)<-[i:IN_AREA]-(o:Organization) WHERE i.open | o] AS o
    RETURN o
  UNION
    UNWIND CASE WHEN size($areas) = 0 THEN [1] ELSE [] END AS everywhere
    MATCH (o:Organization)
    RETURN o
}
WITH o
WHERE o.open
    AND o.kind = 'collaboration'
    AND (o.classification IN $classifications OR o.constitution IS NOT NULL OR o.paidHours IS NOT NULL)
WITH o ORDER BY o.name, o.id
RETURN collect([
    {{ columns_of_an_organization(o) }}
]) AS rows
