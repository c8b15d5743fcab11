// Write relationships of one type: add new ones, overwrite the properties of known ones.
// Arguments: kind, of the relationships; from_label, of the nodes they start from; to_label, of those they end at.
// Parameters: $rows, maps with id, from, to and properties.
// Columns: written.
UNWIND $rows AS row
MATCH (a:from_label {id: row.from})
MATCH (b:to_label {id: row.to})
MERGE (a)-[r:kind {id: row.id}]->(b)
SET r += row.properties, r.open = ({{ link_should_be_open(row.properties.access, a, b) }}),
    r.needs = CASE WHEN {{ link_should_be_open(row.properties.access, a, b) }} THEN null
        ELSE {{ needs_of_a_link(row.properties.access, row.properties.place, a, b) }} END
SET r.holdsFrom = {{ start_of_a_link(r, a, b) }}, r.holdsUntil = {{ end_of_a_link(r, a, b) }},
    r.onlyProposed = {{ proposed_with_its_ends(r, a, b) }}
RETURN count(r) AS written
