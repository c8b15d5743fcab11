// The bodies above some bodies: what they report to, are sub-groups of or feed into, as far up as the first LSP.
// Parameters: $ids, $on, $includeProposed.
// Columns: of, above, steps.
MATCH path = (b:Organization)-[:REPORTS_TO|SUB_GROUP_OF|FEEDS_INTO*1..6]->(above:Organization)
WHERE b.id IN $ids AND b.open AND above.open AND b <> above
    AND all(l IN relationships(path) WHERE {{ holds_on_the_day(l) }})
    AND none(n IN nodes(path)[..-1] WHERE n.classification = 'lsp' OR NOT n.open)
WITH b, above, min(size(relationships(path))) AS steps
RETURN collect([b.id, above.id, steps]) AS rows
