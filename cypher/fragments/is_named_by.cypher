// Whether the id of a seat was made from a group that it is for, among others.
// Arguments: g, the group; n, the seat.
n.id CONTAINS '--for-' AND last(split(n.id, '--for-')) CONTAINS last(split(g.id, '/'))
