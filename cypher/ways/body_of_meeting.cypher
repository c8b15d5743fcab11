// The body that met.
// Arguments: m, the meeting; i, the tie; o, the body.
[(m)-[i:MEETING_OF]->(o:Organization) WHERE i.open AND o.open | [{{ columns_of_an_organization(o) }}]]
