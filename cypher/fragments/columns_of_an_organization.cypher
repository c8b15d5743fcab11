// What is read of an organization: `organization` in app/store/rows.py makes a record of it.
// Arguments: o, the organization.
// Columns: {{ properties(Organization) }}, {{ properties(Capacity) }}, former_names, former_names_until, theme,
// theme_name, theme_order, theme_like, theme_fixed, since, until, identifiers, contact_details, composition, holds_until, cites, areas.
{{ properties(Organization, o) }},
{{ properties(Capacity, o) }},
o.formerNames, o.formerNamesUntil, o.theme, o.themeName, o.themeOrder, o.themeLike, o.themeFixed, o.since, o.until,
o.identifiers, o.contactDetails, o.composition, o.holdsUntil, o.cites,
[(o)-[placed:IN_AREA]->(itsArea:Area) WHERE placed.open AND itsArea.open | itsArea.id]
