// Says where a fact is from in one text, and only what is so: see decision 8.
// Arguments: n, a node or a relationship of an earlier version.
WHERE n.citeSources IS NOT NULL OR n.proposed = false
SET n.cites = CASE WHEN n.citeSources IS NULL THEN n.cites ELSE reduce(said = '', i IN range(0, size(n.citeSources) - 1) | said + CASE WHEN i = 0 THEN '' ELSE '\n' END + n.citeSources[i] + ' ' + n.citeLocators[i]) END,
    n.proposed = CASE WHEN n.proposed THEN true ELSE null END,
    n.citeSources = null,
    n.citeLocators = null
