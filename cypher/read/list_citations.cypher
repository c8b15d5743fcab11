// What is cited for, by citations: of each sort of thing all that are cited for in the same words, since most facts of a
// file share few. A line has none of the labels.
// Parameters: none.
// Columns: label, cites, ids.
CALL () {
    MATCH (n:Organization|Person|Post|Meeting|Action|Assessment|RecordedAbsence)
    WHERE n.open AND n.cites IS NOT NULL
    WITH labels(n)[0] AS label, n.cites AS cites, collect(n.id) AS ids
    RETURN collect([label, cites, ids]) AS nodes
}
CALL () {
    MATCH (a:Organization)-[l:{{ kinds_of_line }}]->(b:Organization)
    WHERE l.open AND l.cites IS NOT NULL
    WITH l.cites AS cites, collect(l.id) AS ids
    RETURN collect(['Line', cites, ids]) AS lines
}
RETURN nodes + lines AS rows
