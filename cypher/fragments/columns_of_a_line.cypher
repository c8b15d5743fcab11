// What is read of a line: `line` in app/store/rows.py makes a record of it.
// Arguments: l, the line; a, where it starts; b, where it ends.
// Columns: {{ properties(Line) }}, type, from_id, to_id, proposed, since, until, cites.
{{ properties(Line, l) }}, type(l), a.id, b.id, l.proposed, l.since, l.until, l.cites
