// Facts of other places that cite some sources: nodes, rules of who is on a body, and relationships. Internal: facts of any access.
// Parameters: $places, the places whose files were read; $sources, ids of the sources.
// Columns: source, place, by.
CALL () {
    MATCH (n)
    WHERE n.cites IS NOT NULL AND NOT n.place IN $places
    RETURN n.cites AS cites, coalesce(n.composition, '') AS rules, n.place AS place, n.id AS by
  UNION ALL
    MATCH ()-[r]->()
    WHERE r.cites IS NOT NULL AND NOT r.place IN $places
    RETURN r.cites AS cites, '' AS rules, r.place AS place, r.id AS by
}
UNWIND $sources AS source
WITH source, cites, rules, place, by
WHERE ('\n' + cites) CONTAINS ('\n' + source + ' ') OR rules CONTAINS ('["' + source + '",')
RETURN collect(DISTINCT [source, place, by]) AS rows
