// The forums, networks and reference groups of places, and other groups with a constitution or paid hours recorded, by name.
// Parameters: $areas (empty for all), $classifications.
// Columns: id, name, alternateNames, formerNames, formerNamesUntil, classification, classificationNote, kind, sector,
// status, purpose, theme, themeName, themeOrder, count, since, until, constitution, chairStatus, paidHours, fundingNote,
// membersNote, meetingFrequency, statutoryObservers, representativesNote, statutoryRequirement, identifiers,
// contactDetails, certainty, note, cites, areas, reportBackDays.
MATCH (o:Organization)
WHERE o.open
    AND o.kind = 'collaboration'
    AND (o.classification IN $classifications OR o.constitution IS NOT NULL OR o.paidHours IS NOT NULL)
    AND (size($areas) = 0 OR EXISTS { MATCH (o)-[i:IN_AREA]->(a:Area) WHERE i.open AND a.open AND a.id IN $areas })
WITH o ORDER BY o.name, o.id
RETURN collect([
    o.id, o.name, o.alternateNames, o.formerNames, o.formerNamesUntil, o.classification,
    o.classificationNote, o.kind, o.sector, o.status, o.purpose, o.theme, o.themeName, o.themeOrder,
    o.count, o.since, o.until, o.constitution, o.chairStatus, o.paidHours, o.fundingNote, o.membersNote,
    o.meetingFrequency, o.statutoryObservers, o.representativesNote, o.statutoryRequirement,
    o.identifiers, o.contactDetails, o.certainty, o.note, o.cites,
    [(o)-[i:IN_AREA]->(a:Area) WHERE i.open AND a.open | a.id], o.reportBackDays
]) AS rows
