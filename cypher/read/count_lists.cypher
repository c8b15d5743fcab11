// How long lists are in each place: of so many bodies (meetings, seats) how many seats (people at them, holders and so on)
// there are in all, and how many the one with most has. A list is named as the API names it.
// Parameters: none.
// Columns: place, list, of, total, longest.
CALL () {
    MATCH (a:Area)<-[i:IN_AREA]-(o:Organization)
    WHERE a.open AND i.open AND o.open
    WITH a.id AS place, o,
        size([(o)<-[x:POST_IN]-(p:Post) WHERE x.open AND p.open | 1]) AS posts,
        size([(o)-[x:ON_BEHALF_OF|HOLDS]-(p:Post) WHERE x.open AND p.open | 1]) AS elsewhere,
        size([(o)-[x:{{ kinds_of_line }}]-(other:Organization) WHERE x.open AND other.open | 1]) AS lines,
        size([(o)<-[x:MEETING_OF]-(m:Meeting) WHERE x.open AND m.open | 1]) AS meetings
    WITH place, count(o) AS bodies, sum(posts) AS allPosts, max(posts) AS mostPosts,
        sum(elsewhere) AS allElsewhere, max(elsewhere) AS mostElsewhere,
        sum(lines) AS allLines, max(lines) AS mostLines, sum(meetings) AS allMeetings, max(meetings) AS mostMeetings
    UNWIND [
        ['Area.organizations', 1, bodies, bodies],
        ['Organization.posts', bodies, allPosts, mostPosts],
        ['Organization.seatsElsewhere', bodies, allElsewhere, mostElsewhere],
        ['Organization.lines', bodies, allLines, mostLines],
        ['Organization.meetings', bodies, allMeetings, mostMeetings]
    ] AS list
    RETURN collect([place, list[0], list[1], list[2], list[3]]) AS bodies
}
CALL () {
    MATCH (a:Area)<-[i:IN_AREA]-(o:Organization)<-[h:MEETING_OF]-(m:Meeting)
    WHERE a.open AND i.open AND o.open AND h.open AND m.open
    WITH a.id AS place, m,
        size([(m)<-[x:ATTENDED]-(who) WHERE x.open AND who.open | 1]) AS came,
        size([(m)<-[x:ARISING_FROM]-(y:Action) WHERE x.open AND y.open | 1]) AS actions
    WITH place, count(m) AS meetings, sum(came) AS allCame, max(came) AS mostCame,
        sum(actions) AS allActions, max(actions) AS mostActions
    UNWIND [
        ['Meeting.attendance', meetings, allCame, mostCame],
        ['Meeting.actions', meetings, allActions, mostActions]
    ] AS list
    RETURN collect([place, list[0], list[1], list[2], list[3]]) AS meetings
}
CALL () {
    MATCH (a:Area)<-[i:IN_AREA]-(o:Organization)<-[h:POST_IN]-(p:Post)
    WHERE a.open AND i.open AND o.open AND h.open AND p.open
    WITH a.id AS place, p,
        size([(p)<-[x:HOLDS]-(who) WHERE x.open AND who.open | 1]) AS held,
        size([(p)-[x:ON_BEHALF_OF]->(y:Organization) WHERE x.open AND y.open | 1]) AS behalf
    WITH place, count(p) AS posts, sum(held) AS allHeld, max(held) AS mostHeld,
        sum(behalf) AS allBehalf, max(behalf) AS mostBehalf
    UNWIND [
        ['Post.holders', posts, allHeld, mostHeld],
        ['Post.onBehalfOf', posts, allBehalf, mostBehalf]
    ] AS list
    RETURN collect([place, list[0], list[1], list[2], list[3]]) AS posts
}
RETURN bodies + meetings + posts AS rows
