"""The command that lists what representatives owe to those they speak for."""

from rich.text import Text

from app.commands.common import answer, day_of, out
from app.commands.documents import of_day, print_document
from app.commands.terminal import print_whole
from app.domain.as_at import AsAt
from app.domain.telling import sentence
from app.questions.reporting import words as told_as
from app.questions.reporting.ask import Reports, by_meeting, find_reports
from app.reading.explorer import Explorer


def report_back(*, area: str, on: str, proposed: bool, as_json: bool) -> None:
    """Print the reports owed for the meetings of a place, or of all."""

    async def run(explorer: Explorer) -> None:
        as_at = AsAt(day_of(on), proposed)
        if as_json:
            await print_document(explorer, "reporting", {"area": area or None, **of_day(as_at)})
        else:
            _print(await find_reports(explorer, area or None, as_at))

    answer(run, as_json=as_json)


def _print(found: Reports) -> None:
    print_whole(told_as.opening(found), "bold")
    for first, all_ in by_meeting(found.due):
        out.print(Text(f"\n{sentence(told_as.meeting_said(first.meeting, first.board))}", style="bold cyan"))
        if first.only_planned:
            print_whole(f"  {told_as.planned(first)}", "yellow")
        for due in all_:
            print_whole(f"  {told_as.owed(due)} At the meeting: {told_as.attended(due)}.")
