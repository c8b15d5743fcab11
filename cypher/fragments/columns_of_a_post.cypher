// What is read of a seat: `post` in app/store/rows.py makes a record of it.
// Arguments: p, the post; b, the body it is on.
// Columns: {{ properties(Post) }}, organization_id, proposed, contact_details, since, until, cites.
{{ properties(Post, p) }},
b.id, p.proposed, p.contactDetails, p.since, p.until, p.cites
