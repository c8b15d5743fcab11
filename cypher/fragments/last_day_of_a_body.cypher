// The last day on which a body can have been there; null where no end is known. One that is disbanded, nobody says when,
// was no more when the newest source of it was published; where none has a date, on no day that can be asked about.
// Arguments: o, the body; dated, the sources with a date: [id, the day before it].
CASE WHEN o.latest IS NOT NULL OR coalesce(o.status, '') <> 'disbanded' THEN o.latest
    ELSE reduce(last = date('0001-01-01'), source IN [d IN dated WHERE ('\n' + o.cites) CONTAINS ('\n' + d[0] + ' ')] | CASE WHEN source[1] > last THEN source[1] ELSE last END) END
