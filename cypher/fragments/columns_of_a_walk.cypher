// What the walk of a voice found, and beside it where the body is recorded as missing and whose holders it elects, appoints,
// nominates or ratifies.
// Columns: steps[from_id, to_id, post_id], joints[{{ whether_sat_in }}], seats[group_id, post_id, board_id, by, for_another, cites],
// offices[how, post_id, board_id, on_behalf_of, cites], absences[id, cites],
// appoints[post_id, board_id, say, cites], cites.
steps, joined, seats, offices,
[(u)<-[s:SUBJECT]-(a:RecordedAbsence) WHERE s.open AND {{ within_its_time(a) }} | [a.id, a.cites]],
[(u)<-[v:APPOINTED_BY]-(p:Post)-[i:POST_IN]->(b:Organization)
    WHERE i.open AND b.open AND {{ holds_on_the_day(v) }}
        AND {{ holds_on_the_day(p) }} | [p.id, b.id, v.`as`, v.cites]],
u.cites
