// The actions that arise from a meeting.
// Arguments: m, the meeting; x, an action; f, the tie.
[(m)<-[f:ARISING_FROM]-(x:Action) WHERE x.open AND f.open | [{{ columns_of_an_action(x, m.id) }}]]
