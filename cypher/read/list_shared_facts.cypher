// What the database knows of some areas and sources that belong to no place, and of what the areas are part of, to tell
// added from changed and unchanged. Internal: facts of any access.
// Parameters: $areas, $sources, ids.
// Columns: label, id, digest, access, links.
CALL () {
    UNWIND $areas AS id MATCH (n:Area {id: id}) RETURN n
  UNION ALL
    UNWIND $sources AS id MATCH (n:Source {id: id}) RETURN n
}
RETURN collect([labels(n)[0], n.id, n.digest, n.access,
    [(n)-[r:PART_OF]->(m) | [type(r), r.id, r.digest, 'Area', n.id, m.id]]
]) AS rows
