// The meeting that an action came of, where the body that met is open.
// Arguments: x, the action; f, the tie; m, the meeting; i, its tie; o, the body.
[(x)-[f:ARISING_FROM]->(m:Meeting)-[i:MEETING_OF]->(o:Organization) WHERE f.open AND m.open AND i.open AND o.open |
    [{{ columns_of_a_meeting(m, o.id) }}]]
