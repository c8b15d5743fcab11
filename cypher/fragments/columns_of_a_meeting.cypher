// What is read of a meeting: `meeting` in app/store/rows.py makes a record of it.
// Arguments: m, the meeting; organization, the id of the body that meets.
// Columns: {{ properties(Meeting) }}, organization_id, cites.
{{ properties(Meeting, m) }}, organization, m.cites
