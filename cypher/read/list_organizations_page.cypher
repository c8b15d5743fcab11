// A page of organizations by name; one more than asked for, to know whether there are more.
// Parameters: $area or '', $classifications, $sectors and $statuses (empty for any), $text in lower case or '', $afterName and $afterId of the last one seen or '', $limit.
// Columns: total, page; a page's columns: id, name, alternateNames, formerNames, formerNamesUntil, classification,
// classificationNote, kind, sector, status, purpose, theme, themeName, themeOrder, count, since, until,
// constitution, chairStatus, paidHours, fundingNote, membersNote, meetingFrequency, statutoryObservers,
// representativesNote, statutoryRequirement, identifiers, contactDetails, certainty, note, cites, areas, reportBackDays.
MATCH (o:Organization)
WHERE o.open
    AND ($area = '' OR EXISTS { MATCH (o)-[i:IN_AREA]->(a:Area) WHERE i.open AND a.open AND a.id = $area })
    AND (size($classifications) = 0 OR o.classification IN $classifications)
    AND (size($sectors) = 0 OR o.sector IN $sectors)
    AND (size($statuses) = 0 OR o.status IN $statuses)
    AND ($text = '' OR toLower(o.name) CONTAINS $text OR any(n IN o.alternateNames WHERE toLower(n) CONTAINS $text)
        OR any(n IN o.formerNames WHERE toLower(n) CONTAINS $text))
WITH o ORDER BY o.name, o.id
WITH collect(o) AS found
WITH size(found) AS total, [o IN found WHERE o.name > $afterName OR (o.name = $afterName AND o.id > $afterId)][..$limit] AS page
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
RETURN [total, rows] AS answer
