// Who was at a meeting, or sent apologies, or is expected.
// Arguments: m, the meeting; a, an attendance; who, a person or an organization.
[(m)<-[a:ATTENDED]-(who) WHERE a.open AND who.open | [{{ columns_of_an_attendance(a, who) }}]]
