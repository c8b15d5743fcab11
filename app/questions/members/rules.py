"""The members of a body, a row each: chair first, then by family name; where each comes from, deputies, attendance.

Whoever shares a seat with others has a row as they do. Seats in which nobody is named have a row, too: of six alike
of which two are held, one row stands for the other four.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain import records as r
from app.domain.dates import earliest, latest, months_after
from app.domain.holding import Sitting
from app.domain.seating import on_a_list
from app.domain.standing import Standing
from app.domain.vocabulary import AttendanceKind, PostState, TenureCapacity
from app.questions.balance.attendance import each_once, turnout

MONTHS = 12
"""How far back attendance is counted, from the newest meeting of which a record says who came."""

_CAME = frozenset(
    {AttendanceKind.PRESENT, AttendanceKind.DEPUTISING, AttendanceKind.IN_ATTENDANCE, AttendanceKind.GUEST}
)


@dataclass(frozen=True, slots=True)
class Attended:
    """How often a member came to the meetings that are counted and were held since the member joined."""

    meetings: int
    came: int
    by_deputy: int
    """How often somebody came in the member's place, who was not there."""
    apologies: int
    """How often the member only sent apologies, and nobody in their place."""


@dataclass(frozen=True, slots=True)
class Member:
    """One row of the list: somebody in a seat, or seats in which nobody is named."""

    post: r.Post
    seats: int
    """For how many seats of the post the row stands."""
    sitting: Sitting
    state: PostState
    """Who is in these seats; of several alike some may be held and others vacant."""
    tenure: r.Tenure | None
    """Who is named; nothing where nobody is."""
    from_ids: tuple[str, ...]
    """The bodies that the member comes from: those that employ or sent somebody, or whose office fills the seat."""
    for_ids: tuple[str, ...]
    """Whom the seat speaks for."""
    deputies: tuple[r.Tenure, ...]
    attended: Attended | None
    """Nothing where nobody is named, or no meeting since is recorded with who came."""


def members_of(standing: Standing, body: str) -> tuple[tuple[Member, ...], tuple[r.Meeting, ...]]:
    """Return the members of a body, and the meetings over which attendance is counted, the first one first."""
    meetings = _of_last_year(turnout(standing.register, body, standing.on).meetings)
    rows = (row for post in standing.posts_on(body) for row in _rows(standing, post, meetings))
    return tuple(sorted(rows, key=lambda row: on_a_list(row.post, row.tenure))), meetings


def _of_last_year(meetings: Sequence[r.Meeting]) -> tuple[r.Meeting, ...]:
    if not meetings:
        return ()
    start = months_after(max(latest(meeting.date) for meeting in meetings), -MONTHS)
    return tuple(meeting for meeting in meetings if latest(meeting.date) > start)


def _rows(standing: Standing, post: r.Post, meetings: Sequence[r.Meeting]) -> Iterable[Member]:
    sitting = standing.sitting(post.id)
    deputies = tuple(tenure for tenure in sitting.tenures if tenure.capacity is TenureCapacity.DEPUTY)
    holders = [tenure for tenure in sitting.tenures if tenure.capacity is not TenureCapacity.DEPUTY]
    for_ids = tuple(tie.organization_id for tie in standing.behalf(post.id))
    known = sitting.filling
    # A body that holds several seats alike has one row for all of them.
    all_of_it = max(1, known.named - len(holders) + 1)
    for tenure in holders:
        attended = _attended(standing, tenure, meetings)
        from_ids = _sent_by(standing, post, tenure)
        seats, all_of_it = (1, all_of_it) if tenure.holder_is_person else (all_of_it, 1)
        yield Member(post, seats, sitting, sitting.state, tenure, from_ids, for_ids, deputies, attended)
    rest = post.number - max(known.named, len(holders))
    if rest > 0:
        state = sitting.state
        if holders and state is not PostState.NOT_TAKEN_UP:
            state = PostState.VACANT if sitting.vacant else PostState.HOLDER_NOT_RECORDED
        offices = tuple(office.post.organization_id for office in standing.chain(post.id) if not holders)
        yield Member(post, rest, sitting, state, None, _others(post, offices), for_ids, deputies, None)


def _sent_by(standing: Standing, post: r.Post, tenure: r.Tenure) -> tuple[str, ...]:
    offices = [office.post for office in standing.chain(post.id) if office.post.id == tenure.post_id]
    bodies = [office.organization_id for office in offices]
    if tenure.holder_is_person:
        bodies += [tie.affiliation.organization_id for tie in standing.employments(tenure.holder_id)]
    return _others(post, bodies)


def _others(post: r.Post, bodies: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(body for body in bodies if body != post.organization_id))


def _attended(standing: Standing, tenure: r.Tenure, meetings: Sequence[r.Meeting]) -> Attended | None:
    joined = earliest(tenure.period.since)
    since = [meeting for meeting in meetings if latest(meeting.date) >= joined]
    if not since:
        return None
    came = by_deputy = apologies = 0
    for meeting in since:
        entries = standing.register.attendance.get(meeting.id, ())
        was_there = any(entry.kind in _CAME and _who(entry, tenure) == tenure.holder_id for entry in entries)
        came += was_there
        by_another = not was_there and any(entry.deputising_for_id == tenure.holder_id for entry in entries)
        by_deputy += by_another
        apologies += any(
            entry.kind is AttendanceKind.APOLOGIES and _who(entry, tenure) == tenure.holder_id
            for entry in each_once(entries)
        )
    return Attended(len(since), came, by_deputy, apologies)


def _who(entry: r.Attendance, tenure: r.Tenure) -> str | None:
    return entry.person_id if tenure.holder_is_person else entry.organization_id
