"""Report-back: after each meeting, which representatives have whom to tell, whether that is a duty, and what came.

A report is a recorded fact; that one is late is worked out for a day, never stored, and only where a source or the
place's own settings state a duty and its days. Who sat where is taken from the day of the meeting: whoever was the
representative then has something to tell.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.as_at import AsAt
from app.domain.bodies import of_the_sector
from app.domain.carrying import carriers_of
from app.domain.dates import days_after, earliest, latest
from app.domain.duties import Duty, duty_to_report
from app.domain.english import name_order
from app.domain.records import Attendance, Meeting, Organization, Post
from app.domain.register import Register, ReportBack
from app.domain.seats import speaks_for
from app.domain.standing import Standing
from app.domain.vocabulary import AttendanceKind, MeetingStatus, ReportState, YesNoNotRecorded


@dataclass(frozen=True, slots=True)
class ReportDue:
    """One representative's report on one meeting: to whom, whether it is a duty, by when, and what came."""

    meeting: Meeting
    board: Organization
    post: Post
    groups: tuple[Organization, ...]
    """The groups of the sector that the seat speaks for: whom a report would be to."""
    held_by: str
    """Who held the seat at the meeting, in a phrase."""
    duty: Duty | None
    """The duty to report that is recorded; nothing when none is."""
    due: date | None
    """The last day on which it is in time; nothing when nobody has said within how many days."""
    state: ReportState
    report: ReportBack | None
    """The first report that came by the day."""
    attendance: AttendanceKind | None
    """How the representative was there; nothing when nobody recorded it."""
    attendance_recorded: bool
    """Whether anybody recorded who was at the meeting."""
    only_planned: bool
    """Whether every dated source of the meeting is older than the meeting: that it was held, nobody recorded."""
    days: int
    """How many days the report is late on the day; 0 when it is not, or when nobody has said by when."""


def reports_due(register: Register, as_at: AsAt) -> tuple[ReportDue, ...]:
    """Return the reports on the meetings before a day, owed or not, the latest meeting first, then by groups' names."""
    came: dict[tuple[str, str], list[ReportBack]] = {}
    for report in register.reports:
        if earliest(report.date) <= as_at.on:
            came.setdefault((report.meeting_id, report.post_id), []).append(report)
    days: dict[date, Standing] = {}
    found: list[ReportDue] = []
    for meeting in register.meetings:
        day = latest(meeting.date)
        if day >= as_at.on or meeting.is_cancelled or meeting.organization_id not in register.organizations:
            continue
        if day not in days:
            days[day] = Standing(register, as_at._replace(on=day))
        for post, groups in representatives(days[day], meeting.organization_id):
            found.append(_due(days[day], meeting, post, groups, came.get((meeting.id, post.id), ()), as_at.on))
    ordered = sorted(found, key=lambda due: (name_order(due.groups[0].name), due.post.id))
    return tuple(sorted(ordered, key=lambda due: (latest(due.meeting.date), due.meeting.id), reverse=True))


def representatives(standing: Standing, board: str) -> list[tuple[Post, tuple[Organization, ...]]]:
    """Return the seats on a body that somebody holds for groups of the sector, with those groups."""
    found = []
    for post in standing.posts_on(board):
        bodies = (standing.organizations.get(id_) for id_ in speaks_for(standing, post))
        groups = tuple(body for body in bodies if body and of_the_sector(body))
        if groups and post.taken_up is not YesNoNotRecorded.NO and carriers_of(standing, post.id):
            found.append((post, groups))
    return found


def due_day(duty: Duty | None, meeting: Meeting) -> date | None:
    """Return the last day on which a report is in time; nothing where nobody has said within how many days.

    A meeting known by its month is taken to be on the month's last day.
    """
    return None if duty is None or duty.days is None else days_after(latest(meeting.date), duty.days)


def attendance_of(standing: Standing, post: Post, there: Sequence[Attendance]) -> AttendanceKind | None:
    """Tell how a seat's holder was at a meeting: present, apologies, or `deputising` when somebody came for them.

    A person is known by name. A body, or an office without a name, is known by somebody who came for the body;
    nothing when nobody recorded says so.
    """
    tenures = standing.tenures(post.id)
    people = {tenure.holder_id for tenure in tenures if tenure.holder_is_person}
    kinds = [each.kind for each in there if each.person_id in people]
    if any(each.deputising_for_id in people for each in there if each.deputising_for_id):
        kinds.append(AttendanceKind.DEPUTISING)
    if not people:
        bodies = {tenure.holder_id for tenure in tenures}
        bodies |= {office.post.organization_id for office in standing.chain(post.id)}
        kinds = [each.kind for each in there if each.organization_id in bodies]
    return min(kinds, key=_BEST.index) if kinds else None


_BEST = (
    AttendanceKind.PRESENT,
    AttendanceKind.DEPUTISING,
    AttendanceKind.IN_ATTENDANCE,
    AttendanceKind.GUEST,
    AttendanceKind.EXPECTED,
    AttendanceKind.APOLOGIES,
)


def _due(
    standing: Standing,
    meeting: Meeting,
    post: Post,
    groups: tuple[Organization, ...],
    came: Iterable[ReportBack],
    on: date,
) -> ReportDue:
    board = standing.organizations[meeting.organization_id]
    duty = duty_to_report(board, post, standing.register.areas)
    due = due_day(duty, meeting)
    report = min(came, key=lambda each: (latest(each.date), each.id), default=None)
    there = standing.register.attendance.get(meeting.id, ())
    only_planned = _only_planned(standing.register, meeting)
    told = earliest(report.date) if report and report.date else None
    until = told if report else on
    late = max((until - due).days, 0) if until and due else 0
    if report:
        state = ReportState.REPORTED
    elif duty is None:
        state = ReportState.NO_DUTY
    elif only_planned:
        # Nobody recorded that it was held, so nobody can be said to owe a report on it.
        state, late = ReportState.NOT_KNOWN, 0
    elif due is None:
        state = ReportState.OWED
    else:
        state = ReportState.OVERDUE if late else ReportState.DUE
    return ReportDue(
        meeting=meeting,
        board=board,
        post=post,
        groups=groups,
        held_by=standing.held_by(post.id),
        duty=duty,
        due=due,
        state=state,
        report=report,
        attendance=attendance_of(standing, post, there),
        attendance_recorded=bool(there),
        only_planned=only_planned,
        days=late,
    )


def _only_planned(register: Register, meeting: Meeting) -> bool:
    if meeting.status:
        return meeting.status is not MeetingStatus.HELD
    published = [register.published.get(cite.source_id) for cite in meeting.citations]
    return bool(published) and all(text is not None and latest(text) < earliest(meeting.date) for text in published)
