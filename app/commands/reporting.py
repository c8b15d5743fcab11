"""The command that lists what representatives owe to those they speak for."""

from typing import Any

from rich.text import Text

from app.commands.running import answer, day_of, out, print_json
from app.domain.as_at import AsAt
from app.domain.telling import sentence
from app.questions.reporting import ask as told_as
from app.questions.reporting.ask import by_meeting, find_reports
from app.questions.reporting.rules import ReportDue
from app.reading.explorer import Explorer


def report_back(*, area: str, on: str, proposed: bool, as_json: bool) -> None:
    """Print the reports owed for the meetings of a place, or of all."""

    async def run(explorer: Explorer) -> None:
        found = await find_reports(explorer, area or None, AsAt(day_of(on), proposed))
        if as_json:
            print_json([report_json(due) for due in found.due])
            return
        out.print(Text(told_as.opening(found), style="bold"), soft_wrap=True)
        for first, all_ in by_meeting(found.due):
            out.print(Text(f"\n{sentence(told_as.meeting_said(first.meeting, first.board))}", style="bold cyan"))
            if first.only_planned:
                out.print(Text(f"  {told_as.planned(first)}", style="yellow"), soft_wrap=True)
            for due in all_:
                out.print(Text(f"  {told_as.owed(due)} At the meeting: {told_as.attended(due)}."), soft_wrap=True)

    answer(run, as_json=as_json)


def report_json(due: ReportDue) -> dict[str, Any]:
    """Return one report in the shape and the words of the GraphQL API."""
    report = due.report
    return {
        "meeting": {"id": due.meeting.id, "date": due.meeting.date},
        "post": {"id": due.post.id},
        "heldBy": due.held_by,
        "owedTo": [{"id": group.id, "name": group.name} for group in due.groups],
        "since": due.meeting.date,
        "due": due.due.isoformat(),
        "days": due.days,
        "state": due.state.name,
        "report": {"date": report.date, "link": report.link, "note": report.note} if report else None,
        "attendance": due.attendance.name if due.attendance else None,
        "attendanceRecorded": due.attendance_recorded,
        "onlyPlanned": due.only_planned,
        "explanation": told_as.owed(due),
    }
