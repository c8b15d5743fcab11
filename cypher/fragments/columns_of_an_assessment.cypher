// What is read of a cell of a relationship map: `assessment` in app/store/rows.py makes a record of it.
// Arguments: s, the cell; o, the body it is about.
// Columns: id, organization_id, dimension, rating, summary, by, on, cites, flag_count.
s.id, o.id, s.dimension, s.rating, s.summary, s.`by`, s.`on`, s.cites, s.flagCount
