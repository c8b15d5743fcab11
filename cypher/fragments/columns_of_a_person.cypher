// What is read of a person: `person` in app/store/rows.py makes a record of it.
// Arguments: p, the person.
// Columns: {{ properties(Person) }}, cites.
{{ properties(Person, p) }}, p.cites
