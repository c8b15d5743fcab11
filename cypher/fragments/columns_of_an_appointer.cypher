// What is read of a body with a part in who sits in a seat: `appointer` in app/store/rows.py makes a record of it.
// Arguments: v, the tie; o, the body.
// Columns: organization_id, say.
o.id, v.`as`
