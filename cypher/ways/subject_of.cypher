// Who is recorded as missing.
// Arguments: a, the absence; s, the tie; o, a body.
[(a)-[s:SUBJECT]->(o:Organization) WHERE s.open AND o.open | [{{ columns_of_an_organization(o) }}]]
