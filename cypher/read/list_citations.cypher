// What is cited for: of each thing with sources its label, its id and its citations in one text. A line has none of the
// labels.
// Parameters: none.
// Columns: label, id, cites.
CALL () {
    MATCH (n:Organization|Person|Post|Meeting|Action|Assessment|RecordedAbsence)
    WHERE n.open AND n.cites IS NOT NULL
    RETURN collect([labels(n)[0], n.id, n.cites]) AS nodes
}
CALL () {
    MATCH (a:Organization)-[l:{{ kinds_of_line }}]->(b:Organization)
    WHERE l.open AND a.open AND b.open AND l.cites IS NOT NULL
    RETURN collect(['Line', l.id, l.cites]) AS lines
}
RETURN nodes + lines AS rows
