// The words that a reader of a node must have: of whatever closes it, by itself or by what it hangs on, as should_be_open has
// it; none of a node that is open. `need_of` in app/domain/clearance.py makes the same.
// Arguments: n, the node.
[(n)-[:{{ ties_to_what_it_hangs_on }}*0..2]->(m) WHERE m.access <> 'public' | {{ need_of(m) }}]
    + [(n)-[v:ON_BEHALF_OF]->(g) WHERE v.access <> 'public' AND {{ is_named_by(g, n) }} | {{ need_of(v) }}]
    + [(n)-[v:ON_BEHALF_OF]->(g) WHERE g.access <> 'public' AND {{ is_named_by(g, n) }} | {{ need_of(g) }}]
