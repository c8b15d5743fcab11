"""Which reports are owed to whom, in places or for one representative, in sentences that all ways of asking share."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from app.domain import records as r
from app.domain.as_at import AsAt
from app.domain.bodies import of_the_sector
from app.domain.dates import earliest, latest, spoken
from app.domain.english import counted, listed, role_name, with_article
from app.domain.seats import speaks_for
from app.domain.standing import Standing
from app.domain.telling import sentence
from app.domain.vocabulary import AttendanceKind, ReportState
from app.errors import UnknownId
from app.questions.reporting.rules import ReportDue, days_to_report, reports_due
from app.reading.explorer import Explorer
from app.reading.registers import areas_asked, read_register, standing_of


@dataclass(frozen=True, slots=True)
class Reports:
    """The reports owed in some places, for the meetings before a day."""

    on: date
    areas: tuple[r.Area, ...]
    due: tuple[ReportDue, ...]


@dataclass(frozen=True, slots=True)
class Slip:
    """What one representative needs on paper: for whom they speak, who chose them, what they owe, what comes."""

    area: r.Area
    on: date
    post: r.Post
    board: r.Organization
    groups: tuple[r.Organization, ...]
    appointed_by: tuple[r.Organization, ...]
    held_by: str
    tenures: tuple[r.Tenure, ...]
    due: tuple[ReportDue, ...]
    """What is owed for past meetings, the latest first."""
    coming: tuple[r.Meeting, ...]
    """The meetings on the day and after it, the next first."""
    days: int
    """Within how many days a report is due."""
    days_are_usual: bool
    """Whether the board does not say, so that the usual number of days counts."""


async def find_reports(explorer: Explorer, area: str | None, as_at: AsAt) -> Reports:
    """Return the reports owed in a place, or in all; UnknownId when nobody knows the area."""
    ids = await areas_asked(explorer, area)
    contents = await explorer.catalogue.contents()
    found: list[ReportDue] = []
    for id_ in ids:
        register = await read_register(explorer, id_)
        found += await explorer.aside(partial(reports_due, register, as_at))
    return Reports(as_at.on, tuple(contents.areas[id_] for id_ in ids), tuple(found))


async def find_slip(explorer: Explorer, area: str, post_id: str, as_at: AsAt) -> Slip:
    """Return what a representative needs; UnknownId when the place has no such seat for a group of the sector."""
    standing = await standing_of(explorer, area, as_at)
    contents = await explorer.catalogue.contents()
    post = standing.posts.get(post_id)
    groups = _sector_groups(standing, post) if post else ()
    if post is None or not groups:
        raise UnknownId(f"No seat that speaks for a voluntary, community or faith group has the id '{post_id[:120]}'.")
    board = standing.organizations[post.organization_id]
    register = standing.register
    bodies = standing.organizations
    appointed = [bodies[tie.organization_id] for tie in standing.appointed(post.id) if tie.organization_id in bodies]
    meetings = [m for m in register.meetings if m.organization_id == board.id and latest(m.date) >= as_at.on]
    due = await explorer.aside(partial(reports_due, register, as_at))
    return Slip(
        area=contents.areas[area],
        on=as_at.on,
        post=post,
        board=board,
        groups=groups,
        appointed_by=tuple(appointed),
        held_by=standing.held_by(post.id),
        tenures=standing.tenures(post.id),
        due=tuple(each for each in due if each.post.id == post.id),
        coming=tuple(sorted(meetings, key=lambda m: (earliest(m.date), m.id))),
        days=days_to_report(board),
        days_are_usual=board.report_back_days is None,
    )


def _sector_groups(standing: Standing, post: r.Post) -> tuple[r.Organization, ...]:
    found = (standing.organizations.get(id_) for id_ in speaks_for(standing, post))
    return tuple(body for body in found if body and of_the_sector(body))


def opening(reports: Reports) -> str:
    """Say in a sentence how many reports are owed, how many came, and how many are late."""
    where = reports.areas[0].name if len(reports.areas) == 1 else counted(len(reports.areas), "place")
    planned_only = {each.meeting.id for each in reports.due if each.state is ReportState.NOT_KNOWN}
    known = [each for each in reports.due if each.state is not ReportState.NOT_KNOWN]
    also = ""
    if planned_only:
        planned = counted(len(planned_only), "meeting").capitalize()
        was, they = ("was", "it") if len(planned_only) == 1 else ("were", "they")
        also = f" {planned} {was} planned; that {they} took place is not recorded."
    if not known and planned_only:
        return f"In {where} no meeting is recorded as held at which somebody sat for such a group.{also}"
    if not known:
        return f"In {where} no meeting is recorded before that day at which somebody sat for such a group."
    counts = {state: sum(each.state is state for each in known) for state in ReportState}
    meetings = len({each.meeting.id for each in known})
    late, waiting = counts[ReportState.OVERDUE], counts[ReportState.DUE]
    numbers = [
        (counts[ReportState.REPORTED], "is recorded", "are recorded"),
        (late, "is overdue", "are overdue"),
        (waiting, "is not due yet", "are not due yet"),
    ]
    parts = [counted(number, one, many) for number, one, many in numbers if number]
    said = f"In {where} {counted(len(known), 'report')} {'is' if len(known) == 1 else 'are'} owed"
    return f"{said} for {counted(meetings, 'meeting')}: {listed(parts)}.{also}"


def owed(due: ReportDue) -> str:
    """Say who owes whom a report on which meeting, since when, and what came."""
    groups = listed([with_article(group.name) for group in due.groups])
    who = f"{due.held_by}," if "," in due.held_by else due.held_by
    return sentence(f"{who} reports to {groups} on {meeting_said(due.meeting, due.board)}: {state(due)}")


def meeting_said(meeting: r.Meeting, board: r.Organization) -> str:
    """Name a meeting: `the meeting of the Executive on 22 January 2010`."""
    joint = "on" if meeting.date.count("-") == 2 else "in"
    return f"the meeting of {with_article(board.name)} {joint} {spoken(meeting.date)}"


def state(due: ReportDue) -> str:
    """Say where a report stands: when it came, how late it is, or by when it is due."""
    by = spoken(due.due.isoformat())
    if due.report:
        when = (
            f" {'on' if due.report.date.count('-') == 2 else 'in'} {spoken(due.report.date)}" if due.report.date else ""
        )
        late = f", {span(due.days)} after it was due" if due.days else ""
        return f"reported{when}{late}"
    if due.state is ReportState.OVERDUE:
        return f"no report is recorded; it was due by {by}, {span(due.days)} late"
    if due.state is ReportState.NOT_KNOWN:
        return f"no report is recorded; if the meeting took place, it was due by {by}"
    return f"no report is recorded yet; it is due by {by}"


def span(days: int) -> str:
    """Say how long some days are, in the unit in which a person would: days, months from 61 on, years from 730 on."""
    if days > 2 * 365:
        return f"over {counted(days // 365, 'year')}"
    return f"over {counted(days // 31, 'month')}" if days > 60 else counted(days, "day")


def attended(due: ReportDue) -> str:
    """Say how the representative was at the meeting, and that apologies do not end the debt."""
    if due.attendance is AttendanceKind.APOLOGIES:
        return "sent apologies; those spoken for still need to hear what happened"
    if due.attendance is AttendanceKind.DEPUTISING:
        return "somebody deputised"
    if due.attendance is not None:
        return {
            AttendanceKind.PRESENT: "was there",
            AttendanceKind.GUEST: "was there as a guest",
            AttendanceKind.IN_ATTENDANCE: "was in attendance",
        }.get(due.attendance, "was expected")
    return "not named among those there" if due.attendance_recorded else "who was there is not recorded"


def planned(due: ReportDue) -> str:
    """Say that a meeting is known only from before it, where that is so."""
    return "The meeting was planned; that it took place is not recorded." if due.only_planned else ""


def seat_name(post: r.Post) -> str:
    """Name a seat: its label, or its role."""
    return post.label or role_name(post.role)


def by_meeting(due: Sequence[ReportDue]) -> list[tuple[ReportDue, list[ReportDue]]]:
    """Put reports on one meeting together, in their order; the first of each stands for the meeting."""
    found: dict[str, list[ReportDue]] = {}
    for each in due:
        found.setdefault(each.meeting.id, []).append(each)
    return [(each[0], each) for each in found.values()]
