"""Reports back in words: what the page, the slip, the API, the command and the table say alike."""

from app.domain import records as r
from app.domain.dates import spoken, when
from app.domain.duties import Duty
from app.domain.english import agree, capitalized, counted, figure, listed, role_name, span, with_article
from app.domain.telling import sentence
from app.domain.vocabulary import AttendanceKind, DutyScope, ReportState
from app.questions.reporting.ask import Reports, Slip
from app.questions.reporting.rules import ReportDue


def opening(reports: Reports) -> str:
    """Say in a few sentences how many reports are owed, came or are late, and where no duty to report is recorded."""
    where = reports.areas[0].name if len(reports.areas) == 1 else counted(len(reports.areas), "place")
    planned_only = {each.meeting.id for each in reports.due if each.only_planned and not each.report}
    held = [each for each in reports.due if each.report or not each.only_planned]
    also = ""
    if planned_only:
        planned = capitalized(counted(len(planned_only), "meeting"))
        was, they = (agree(len(planned_only), *pair) for pair in (("was", "were"), ("it", "they")))
        also = f" {planned} {was} planned; that {they} took place is not recorded."
    if not held and planned_only:
        return f"In {where} no meeting is recorded as held at which somebody sat for such a group.{also}"
    if not held:
        day = spoken(reports.on.isoformat())
        return f"In {where} no meeting is recorded before {day} at which somebody sat for such a group."
    owed_ = [each for each in held if each.state is not ReportState.NO_DUTY]
    silent = [each for each in held if each.state is ReportState.NO_DUTY]
    if not owed_:
        were = agree(len({each.post.id for each in silent}), "was", "were")
        return (
            f"In {where} no duty to report is recorded. {capitalized(_sittings(silent))} {were} held for such groups;"
            f" no report is recorded.{also}"
        )
    if silent:
        also = f" For {_sittings(silent)} no duty to report is recorded.{also}"
    numbers = [
        (ReportState.REPORTED, "is recorded", "are recorded"),
        (ReportState.OVERDUE, "is overdue", "are overdue"),
        (ReportState.DUE, "is not due yet", "are not due yet"),
        (ReportState.OWED, "is owed without a last day", "are owed without a last day"),
    ]
    parts = [(sum(each.state is state for each in owed_), one, many) for state, one, many in numbers]
    said = counted(len(owed_), "report is", "reports are")
    meetings = len({each.meeting.id for each in owed_})
    some = [(number, one, many) for number, one, many in parts if number]
    alone = agree(len(owed_), "it", "all") if len(some) == 1 else ""
    told = listed([f"{alone or figure(number)} {agree(number, one, many)}" for number, one, many in some])
    return f"In {where} {said} owed or made for {counted(meetings, 'meeting')}: {told}.{also}"


def _sittings(found: list[ReportDue]) -> str:
    """Count seats, and the meetings at which they were held: `2 seats at one meeting`."""
    seats, meetings = len({each.post.id for each in found}), len({each.meeting.id for each in found})
    return f"{counted(seats, 'seat')} at {counted(meetings, 'meeting')}"


def owed(due: ReportDue) -> str:
    """Say who reports to whom on which meeting, whether it is a duty, since when, and what came."""
    groups = listed([with_article(group.name) for group in due.groups])
    who = f"{due.held_by}," if "," in due.held_by else due.held_by
    return sentence(f"from {who} to {groups} on {meeting_said(due.meeting, due.board)}: {state(due)}")


def meeting_said(meeting: r.Meeting, board: r.Organization) -> str:
    """Name a meeting: `the meeting of the Executive on 22 January 2010`."""
    return f"the meeting of {with_article(board.name)} {when(meeting.date)}"


def state(due: ReportDue) -> str:
    """Say where a report stands: when it came, how late it is, by when it is due, or that no duty is recorded."""
    if due.report:
        came = f" {when(due.report.date)}" if due.report.date else ""
        late = f", {span(due.days)} after it was due" if due.days else ""
        return f"reported{came}{late}"
    if due.duty is None:
        return "no report is recorded, nor any duty to report"
    if due.due is None:
        held = "if the meeting took place, one is owed" if due.only_planned else "one is owed"
        return f"no report is recorded; {held}, and by when is not recorded"
    by = spoken(due.due.isoformat())
    if due.state is ReportState.OVERDUE:
        return f"no report is recorded; it was due by {by}, {span(due.days)} late"
    if due.state is ReportState.NOT_KNOWN:
        return f"no report is recorded; if the meeting took place, it was due by {by}"
    return f"no report is recorded yet; it is due by {by}"


def duty(slip: Slip) -> str:
    """Say how and when a representative is to report, as recorded; that no duty is recorded where none is."""
    said = [slip.post.report_back] if slip.post.report_back else []
    said += [within(slip.duty) if slip.duty else "no duty to report is recorded"]
    return " ".join(sentence(part) for part in said)


def within(duty: Duty) -> str:
    """Say by when a duty is to be met: `within 14 days of each meeting, as said for all of Bromley`."""
    if duty.days is None:
        return "by when is not recorded"
    by = f"within {counted(duty.days, 'day')} of each meeting" if duty.days else "on the day of each meeting"
    return f"{by}, as said for all of {duty.area.name}" if duty.area else by


SCOPES = {DutyScope.SEAT: "the seat", DutyScope.BODY: "the body", DutyScope.AREA: "the place"}
"""Of what a duty is said, in words."""


def tag(due: ReportDue) -> str:
    """Say where a report stands in two or three words."""
    return _TAGS[due.state]


_TAGS = {
    ReportState.OVERDUE: "Overdue",
    ReportState.DUE: "Due",
    ReportState.OWED: "Owed",
    ReportState.NOT_KNOWN: "Not known",
    ReportState.NO_DUTY: "No duty recorded",
    ReportState.REPORTED: "Reported",
}


def attended(due: ReportDue) -> str:
    """Say how the representative was at the meeting, and that apologies end no duty where there is one."""
    if due.attendance is AttendanceKind.APOLOGIES:
        return "sent apologies" + "; those spoken for still need to hear what happened" * (due.duty is not None)
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
