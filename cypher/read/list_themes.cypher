// The headings under which the bodies of some places stand in its diagram.
// Parameters: $ids of the places.
// Columns: of, id, name, order, like, fixed.
MATCH (o:Organization)
WHERE o.open AND o.place IN $ids AND o.theme IS NOT NULL
WITH DISTINCT o.place AS of, o.theme AS id, o.themeName AS name, o.themeOrder AS place, o.themeLike AS like,
    o.themeFixed AS fixed
RETURN collect([of, id, name, place, like, fixed]) AS rows
