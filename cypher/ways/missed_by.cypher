// What somebody is recorded as missing from.
// Arguments: a, the absence; f, the tie; o, a body.
[(a)-[f:FROM]->(o:Organization) WHERE f.open AND o.open | [{{ columns_of_an_organization(o) }}]]
