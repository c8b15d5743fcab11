// What is read of a person: `person` in app/store/rows.py makes a record of it.
// Arguments: p, the person.
// Columns: {{ properties(Person) }}, former_names, former_names_until, cites.
{{ properties(Person, p) }}, p.formerNames, p.formerNamesUntil, p.cites
