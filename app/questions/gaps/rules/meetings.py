"""Gaps that meetings show: who comes without a seat, and where too few came."""

from collections.abc import Iterator

from app.domain.bodies import is_a_board
from app.domain.dates import earliest, when
from app.domain.english import agree, are, counted, figure
from app.domain.quorum import quorum_of
from app.domain.records import Attendance, Meeting, Organization
from app.domain.register import Register
from app.domain.standing import Standing
from app.domain.telling import called, sentence
from app.domain.vocabulary import (
    AttendanceKind,
    Certainty,
    Classification,
    GapKind,
    LineType,
    MeetingStatus,
    PostState,
    YesNoNotRecorded,
)
from app.questions.gaps.rules.finding import Gap, rule

_UNNAMED = frozenset({PostState.HOLDER_NOT_RECORDED, PostState.BY_OFFICE, PostState.TERM_OVER})


@rule(GapKind.ATTENDS_WITHOUT_SEAT, "Those who attend without a seat")
def attends_without_seat(standing: Standing) -> Iterator[Gap]:
    """People or bodies are recorded as present at meetings of these boards, and no seat there was ever theirs.

    Guests, those in attendance and deputies need none, and nothing is said where it is not recorded who holds the
    seats, or for whom they are.
    """
    register = standing.register
    told_of = [meeting for meeting in _held(standing) if register.attendance.get(meeting.id)]
    # Who ever sat where is looked through only where somebody is recorded as having come.
    seated = _seated(register) if told_of else {}
    found: dict[tuple[str, str], list[Meeting]] = {}
    for meeting in told_of:
        body = register.organizations[meeting.organization_id]
        if body.id not in seated or not (is_a_board(body) or body.classification is Classification.SUB_GROUP):
            continue
        for entry in register.attendance[meeting.id]:
            who = _without_a_seat(standing, entry, body, seated[body.id])
            if who and (body.id, who) not in found:
                found[body.id, who] = []
            if who and meeting not in found[body.id, who]:
                found[body.id, who].append(meeting)
    for (body_id, who), meetings in found.items():
        is_person = who in register.people
        last = max(meetings, key=lambda meeting: (meeting.date, meeting.id))
        times = agree(len(meetings), "a meeting", counted(len(meetings), "meeting"))
        name = standing.name(who) if is_person else called(standing, who)
        yield Gap(
            GapKind.ATTENDS_WITHOUT_SEAT,
            who,
            "Person" if is_person else "Organization",
            body_id,
            sentence(
                f"{name} is recorded as present at {times} of {called(standing, body_id)},"
                f" {'last ' * (len(meetings) > 1)}{when(last.date)}; no seat there is recorded as theirs"
            ),
            tuple(dict.fromkeys(cite for meeting in meetings for cite in meeting.citations)),
            Certainty.INFERRED,
            "A record of the seat, or of coming as a guest or in attendance.",
            body_id,
        )


@rule(GapKind.NOT_QUORATE, "Meetings without a quorum")
def not_quorate(standing: Standing) -> Iterator[Gap]:
    """Too few members came to these meetings, as a source says, or as a count of who was there shows.

    Counted are the people recorded as present or deputising; a meeting of which a source says that enough came is none.
    """
    for meeting in _held(standing):
        body = standing.register.organizations[meeting.organization_id]
        quorum = quorum_of(body, meeting, standing.register.attendance.get(meeting.id, ()))
        if quorum.met is not YesNoNotRecorded.NO:
            continue
        came, needed, stated = quorum.came, quorum.needed, quorum.stated
        people = f"{counted(came, 'member')} {are(came)} recorded as there, and {figure(needed)} {are(needed)} needed"
        why = ", as its source says" if stated else f": {people}"
        yield Gap(
            GapKind.NOT_QUORATE,
            body.id,
            "Organization",
            body.id,
            sentence(f"the meeting of {called(standing, body.id)} {when(meeting.date)} was not quorate{why}"),
            tuple(dict.fromkeys((*meeting.citations, *(() if stated else body.citations)))),
            Certainty.STATED if stated else Certainty.INFERRED,
            "Members who come, or deputies for them.",
            meeting.id,
        )


def _held(standing: Standing) -> Iterator[Meeting]:
    """Yield the meetings of the place's own bodies up to the day, without those called off or only planned."""
    for meeting in standing.register.meetings:
        off = meeting.status in {MeetingStatus.CANCELLED, MeetingStatus.PLANNED}
        if meeting.organization_id in standing.register.own and not off and earliest(meeting.date) <= standing.on:
            yield meeting


def _seated(register: Register) -> dict[str, set[str]]:
    """Return, for each body with seats, every person and body that ever had to do with one, whatever the day."""
    fills: dict[str, list[str]] = {}
    for filling in register.fillings:
        fills.setdefault(filling.by_post_id, []).append(filling.post_id)
    employers: dict[str, list[str]] = {}
    for each in register.employments:
        employers.setdefault(each.person_id, []).append(each.affiliation.organization_id)
    theirs: list[tuple[str, set[str]]] = [(tie.post_id, {tie.organization_id}) for tie in register.behalf]
    for holding in register.holdings:
        who = {holding.holder_id, *employers.get(holding.holder_id, ())}
        theirs += [(post_id, who) for post_id in _also(holding.post_id, fills)]
    for filling in register.fillings:
        office = register.posts.get(filling.by_post_id)
        theirs += [(post_id, {office.organization_id}) for post_id in _also(filling.post_id, fills) if office]
    found: dict[str, set[str]] = {post.organization_id: set() for post in register.posts.values()}
    for post_id, people in theirs:
        if post_id in register.posts:
            found[register.posts[post_id].organization_id] |= people
    for line in register.lines:
        if line.type is LineType.MEMBER_OF and line.to_id in found:
            found[line.to_id].add(line.from_id)
    return found


def _also(post: str, fills: dict[str, list[str]]) -> set[str]:
    """Return a post and every post that its holder fills, a circle walked once."""
    seen, edge = {post}, [post]
    while edge:
        edge = [id_ for each in edge for id_ in fills.get(each, ()) if id_ not in seen]
        seen.update(edge)
    return seen


def _without_a_seat(standing: Standing, entry: Attendance, body: Organization, seated: set[str]) -> str:
    """Return who was present without a seat, the body they came for where one is recorded; empty for nobody."""
    group = entry.organization_id if entry.organization_id in standing.organizations else None
    person = entry.person_id if entry.person_id in standing.register.people else None
    if entry.kind is not AttendanceKind.PRESENT or not (group or person) or {group, person} & {*seated, body.id}:
        return ""
    unsaid = [post for post in standing.posts_on(body.id) if standing.state(post.id) in _UNNAMED]
    if any(not standing.behalf(post.id) for post in unsaid) or (unsaid and not group):
        return ""  # one of those seats may be theirs
    return group or person or ""


MEETING_RULES = (attends_without_seat, not_quorate)
