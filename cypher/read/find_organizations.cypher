// Organizations by their ids.
// Parameters: $ids.
// Columns: id, name, alternateNames, formerNames, formerNamesUntil, classification, classificationNote,
// kind, sector, status, purpose, theme, themeName, themeOrder, count, since, until, constitution,
// chairStatus, paidHours, fundingNote, membersNote, meetingFrequency, statutoryObservers,
// representativesNote, statutoryRequirement, identifiers, contactDetails, certainty, note, cites, areas, reportBackDays.
MATCH (o:Organization)
WHERE o.id IN $ids AND o.open
RETURN collect([
    o.id, o.name, o.alternateNames, o.formerNames, o.formerNamesUntil, o.classification,
    o.classificationNote, o.kind, o.sector, o.status, o.purpose, o.theme, o.themeName, o.themeOrder,
    o.count, o.since, o.until, o.constitution, o.chairStatus, o.paidHours, o.fundingNote, o.membersNote,
    o.meetingFrequency, o.statutoryObservers, o.representativesNote, o.statutoryRequirement,
    o.identifiers, o.contactDetails, o.certainty, o.note, o.cites,
    [(o)-[i:IN_AREA]->(a:Area) WHERE i.open AND a.open | a.id], o.reportBackDays
]) AS rows
