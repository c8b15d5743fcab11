// What is read of a person's tie to a body: `employments` in app/store/register_rows.py makes records of it.
// Arguments: w, the tie; p, the person; o, the body.
// Columns: id, person_id, organization_id, role, certainty, note, since, until, cites.
w.id, p.id, o.id, w.role, w.certainty, w.note, w.since, w.until, w.cites
