"""The same as a table to keep."""

from app.exchange.tables import Table
from app.questions.exporting import Export, TableAsked, sources_said
from app.questions.reporting import words
from app.questions.reporting.ask import Reports, find_reports
from app.questions.reporting.rules import ReportDue
from app.reading.catalogue import Contents
from app.reading.explorer import Explorer

_HEADINGS = (
    *("Body", "Meeting", "Representative", "Reports to", "At the meeting", "Meeting known only as planned"),
    *(
        "Duty to report recorded",
        "Within days",
        "Duty said of",
        "Due by",
        "State",
        "Days late",
        "Report made",
        "Link",
        "In words",
    ),
    *("Sources", "Seat id", "Meeting id", "As things stood on"),
)


def _table(found: Reports, contents: Contents) -> Table:
    """Return the reports as a table, a row each: what nobody said stays empty."""
    return Table("Report-back", _HEADINGS, [_row(found, due, contents) for due in found.due])


def _row(found: Reports, due: ReportDue, contents: Contents) -> tuple[str | int, ...]:
    days = due.duty.days if due.duty else None
    cites = dict.fromkeys((*due.meeting.citations, *(due.report.citations if due.report else ())))
    return (
        due.board.name,
        due.meeting.date,
        due.held_by,
        "; ".join(group.name for group in due.groups),
        words.attended(due),
        "yes" if due.only_planned else "no",
        "yes" if due.duty else "no",
        "" if days is None else days,
        words.SCOPES[due.duty.scope] if due.duty else "",
        due.due.isoformat() if due.due else "",
        words.tag(due),
        due.days if due.due else "",
        (due.report.date or "yes, date not recorded") if due.report else "",
        (due.report.link or "") if due.report else "",
        words.owed(due),
        sources_said(cites, contents.sources),
        due.post.id,
        due.meeting.id,
        found.on.isoformat(),
    )


async def _make(explorer: Explorer, asked: TableAsked) -> Table:
    found = await find_reports(explorer, asked.area, asked.as_at)
    return _table(found, await explorer.catalogue.contents())


EXPORT = Export(name="report-back", summary="Reports back, as a table", takes=("area", "as_at"), make=_make)
