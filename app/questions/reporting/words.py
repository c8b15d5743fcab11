"""Reports back in words: what the page, the slip, the API and the command say alike."""

from app.domain import records as r
from app.domain.dates import spoken
from app.domain.english import counted, listed, role_name, with_article
from app.domain.telling import sentence
from app.domain.vocabulary import AttendanceKind, ReportState
from app.questions.reporting.ask import Reports
from app.questions.reporting.rules import ReportDue


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
