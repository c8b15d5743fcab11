// Which of some facts have no end yet, or a later one. Internal: facts of any access.
// Parameters: $places, whose they are; $nodes, ids of nodes; $ids, of relationships; $keys, type and id of each relationship; $latest, the last day of the end.
// Columns: key, since, begins_later.
CALL () {
    MATCH (n)
    WHERE n.place IN $places AND n.id IN $nodes AND (n.latest IS NULL OR n.latest > $latest)
    RETURN labels(n)[0] + ' ' + n.id AS key, n.since AS since, n.earliest AS earliest
  UNION ALL
    MATCH ()-[r]->()
    WHERE r.place IN $places AND r.id IN $ids AND (type(r) + ' ' + r.id) IN $keys AND (r.latest IS NULL OR r.latest > $latest)
    RETURN type(r) + ' ' + r.id AS key, r.since AS since, r.earliest AS earliest
}
RETURN collect([key, since, coalesce(earliest > $latest, false)]) AS rows
