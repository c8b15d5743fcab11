// What is read of a post whose holder fills another: `filling_posts` in app/store/reader.py makes a record of it.
// Arguments: steps, how many posts away; q, the post; b, the body it is on.
// Columns: steps, post_id, role, label, vacant, vacant_since, term_years, organization_id, organization_name.
steps, q.id, q.role, q.label, q.vacant, q.vacantSince, q.termYears, b.id, b.name
