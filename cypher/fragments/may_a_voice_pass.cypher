// Whether a way may lead through a group: not through a statutory body or a committee of one, and people at large never
// meet. The same rule for values is `may_pass` in app/domain/bodies.py.
// Arguments: g, the group.
g.open AND coalesce(g.sector, '') <> 'statutory'
    AND NOT g.classification IN ['council', 'department', 'statutory_body', 'constituency']
    AND NOT ({{ is_committee_of_statutory(g) }})
