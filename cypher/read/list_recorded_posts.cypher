// Every seat recorded that has to do with some bodies: on them, for them, held by them, or appointed by them.
// Parameters: $ids of the bodies.
// Columns: id.
CALL () {
    MATCH (o:Organization)<-[l:POST_IN]-(p:Post)
    WHERE o.id IN $ids AND l.open AND p.open
    RETURN p.id AS id
  UNION
    MATCH (o:Organization)<-[l:ON_BEHALF_OF]-(p:Post)
    WHERE o.id IN $ids AND l.open AND p.open
    RETURN p.id AS id
  UNION
    MATCH (o:Organization)<-[l:APPOINTED_BY]-(p:Post)
    WHERE o.id IN $ids AND l.open AND p.open
    RETURN p.id AS id
  UNION
    MATCH (o:Organization)-[l:HOLDS]->(p:Post)
    WHERE o.id IN $ids AND l.open AND p.open
    RETURN p.id AS id
}
RETURN collect(DISTINCT [id]) AS rows
