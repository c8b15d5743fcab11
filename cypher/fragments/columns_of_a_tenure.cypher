// What is read of a seat's holder: `tenure` in app/store/rows.py makes a record of it.
// Arguments: q, the post held; h, the tenure; holder, a person or an organization.
// Columns: post_id, holder_id, name, honorific_prefix, honorific_suffix, is_person, capacity, certainty, note, since,
// until, term_ends, vacated, cites, affiliations.
q.id, holder.id, holder.name, holder.honorificPrefix, holder.honorificSuffix, 'Person' IN labels(holder),
h.capacity, h.certainty, h.note, h.since, h.until, h.termEnds,
{{ vacated(q) }}, h.cites,
[(holder)-[w:WORKS_FOR]->(employer:Organization) WHERE employer.open AND {{ within_its_time(w) }} | employer.name]
