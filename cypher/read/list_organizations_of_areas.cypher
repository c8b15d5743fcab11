// A page of each area's organizations, by name; one more than asked for, to know whether there are more.
// Parameters: $ids of the areas, $afterName and $afterId of the last one seen or '', $limit.
// Columns: of, total, page; a page's columns: id, name, alternateNames, formerNames, formerNamesUntil, classification,
// classificationNote, kind, sector, status, purpose, theme, themeName, themeOrder, count, since, until,
// constitution, chairStatus, paidHours, fundingNote, membersNote, meetingFrequency, statutoryObservers,
// representativesNote, statutoryRequirement, identifiers, contactDetails, certainty, note, cites, areas, reportBackDays.
MATCH (area:Area)<-[in:IN_AREA]-(o:Organization)
WHERE area.id IN $ids AND area.open AND in.open AND o.open
WITH area, o ORDER BY o.name, o.id
WITH area, collect(o) AS found
WITH area.id AS of, size(found) AS total, [o IN found WHERE o.name > $afterName OR (o.name = $afterName AND o.id > $afterId)][..$limit] AS page
CALL (page) {
    UNWIND page AS o
    RETURN collect([
        o.id, o.name, o.alternateNames, o.formerNames, o.formerNamesUntil, o.classification,
        o.classificationNote, o.kind, o.sector, o.status, o.purpose, o.theme, o.themeName, o.themeOrder,
        o.count, o.since, o.until, o.constitution, o.chairStatus, o.paidHours, o.fundingNote, o.membersNote,
        o.meetingFrequency, o.statutoryObservers, o.representativesNote, o.statutoryRequirement,
        o.identifiers, o.contactDetails, o.certainty, o.note, o.cites,
        [(o)-[i:IN_AREA]->(a:Area) WHERE i.open AND a.open | a.id], o.reportBackDays
    ]) AS rows
}
RETURN collect([of, total, rows]) AS answer
