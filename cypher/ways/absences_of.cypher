// What a body is recorded as missing from, and who is recorded as missing from it: one that says both stands twice. In
// two parts, since a pattern does not go the same tie twice.
// Arguments: o, the body; a, an absence; l, the tie to it; s, that of who is missing; who, who that is.
// Parameters: $on.
[(o)<-[l:SUBJECT]-(a:RecordedAbsence) WHERE l.open AND {{ within_its_time(a) }} | [{{ columns_of_an_absence(a, o) }}]]
    + [(o)<-[l:FROM]-(a:RecordedAbsence)-[s:SUBJECT]->(who:Organization)
    WHERE l.open AND {{ within_its_time(a) }} AND s.open AND who.open | [{{ columns_of_an_absence(a, who) }}]]
