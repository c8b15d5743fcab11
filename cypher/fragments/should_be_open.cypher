// Whether a node is open to everybody: it and everything it hangs on are public. A seat whose id was made from the
// groups it is for hangs on those that the id names.
// Arguments: n, the node.
all(access IN [(n)-[:{{ ties_to_what_it_hangs_on }}*0..2]->(m) | m.access] WHERE access = 'public')
AND none(name IN [(n)-[v:ON_BEHALF_OF]->(g) WHERE v.access <> 'public' OR g.access <> 'public' | last(split(g.id, '/'))]
    WHERE n.id CONTAINS '--for-' AND last(split(n.id, '--for-')) CONTAINS name)
