// What a step reached: pairs of groups with the seat that joins them, if one does, `more`, and the groups through which a voice may pass on.
// Arguments: number, of the step.
WITH x, g, seat
WHERE $maxSteps >= number AND {{ may_a_voice_pass(g) }}
RETURN collect(DISTINCT [x.id, g.id, seat]) AS more, collect(DISTINCT g) AS reached
