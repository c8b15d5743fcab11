// Whether a body is a committee of a statutory body.
// Arguments: x, the body.
x.classification = 'committee' AND size([(x)-[s:SUB_GROUP_OF]->(parent:Organization) WHERE s.open AND parent.sector = 'statutory' | 1]) > 0
