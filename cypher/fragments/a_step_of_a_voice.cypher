// One step of a voice: from the groups it got to last, `edge`, to those above them; adds to the steps and the groups
// `seen`. The groups it gets to for the first time are the next edge.
// Arguments: number, of the step: none is walked beyond $maxSteps.
CALL (edge) {
    UNWIND CASE WHEN $maxSteps >= number THEN edge ELSE [] END AS x
    UNWIND {{ groups_above(x, true) }} AS way
    {{ reached }}
}
{{ after_a_step }}
