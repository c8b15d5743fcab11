// All that is recorded of some areas and sources that belong to no place, and of what the areas are part of, to keep
// what a change takes away. Internal: facts of any access.
// Parameters: $areas, $sources, ids.
// Columns: label, id, place, said, links.
CALL () {
    UNWIND $areas AS id MATCH (n:Area {id: id}) RETURN n
  UNION ALL
    UNWIND $sources AS id MATCH (n:Source {id: id}) RETURN n
}
RETURN collect([labels(n)[0], n.id, n.place, properties(n),
    [(n)-[r:PART_OF]->(m) | [type(r), r.id, r.place, 'Area', n.id, 'Area', m.id, properties(r)]]
]) AS rows
