// The forums, networks and reference groups of places, and other groups with a constitution or paid hours recorded, by name.
// Parameters: $areas (empty for all), $classifications.
// Columns: {{ columns_of_an_organization }}.
MATCH (o:Organization)
WHERE o.open
    AND o.kind = 'collaboration'
    AND (o.classification IN $classifications OR o.constitution IS NOT NULL OR o.paidHours IS NOT NULL)
    AND (size($areas) = 0 OR EXISTS { MATCH (o)-[i:IN_AREA]->(a:Area) WHERE i.open AND a.open AND a.id IN $areas })
WITH o ORDER BY o.name, o.id
RETURN collect([
    {{ columns_of_an_organization(o) }}
]) AS rows
