// Whether a body belongs to the place $area.
// Arguments: o, the body.
EXISTS { MATCH (o)-[placed:IN_AREA]->(itsArea:Area) WHERE placed.open AND itsArea.open AND itsArea.id = $area }
