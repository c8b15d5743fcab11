"""The pages of report-back: which representative owes a report to whom, and a slip of paper for each of them."""

from dataclasses import dataclass
from datetime import date

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.domain.as_at import AsAt
from app.domain.records import Area, Source
from app.questions.reporting import ask as told_as
from app.questions.reporting.ask import Reports, Slip, by_meeting, find_reports, find_slip
from app.questions.reporting.rules import USUAL_DAYS, ReportDue
from app.reading.registers import MOST_PLACES, places_known
from app.web.shell.render import Page, day_of, explorer_of, proposed_of, render

router = APIRouter()

MOST_MEETINGS = 6
"""How many past meetings, and how many to come, fit on a slip of one page."""


@dataclass(frozen=True, slots=True)
class ReportsPage(Page):
    """What the page of report-back shows; nothing found when there are too many places to answer for all at once."""

    area: Area | None
    areas: tuple[Area, ...]
    on: date
    proposed: bool
    reports: Reports | None
    meetings: tuple[tuple[ReportDue, tuple[ReportDue, ...]], ...]
    slips: tuple[ReportDue, ...]
    """One report of each representative, by which a slip is named."""
    usual_days: int
    sources: dict[str, Source]
    words: object = told_as


@dataclass(frozen=True, slots=True)
class SlipPage(Page):
    """What a representative's slip shows."""

    slip: Slip
    past: tuple[ReportDue, ...]
    more_past: int
    coming: tuple[object, ...]
    more_coming: int
    sources: dict[str, Source]
    words: object = told_as


@router.get("/report-back")
async def report_back(request: Request, area: str = "") -> Response:
    """List the reports owed for the meetings of a place, or of all while they are few."""
    explorer, on, proposed = explorer_of(request), day_of(request), proposed_of(request)
    contents = await explorer.catalogue.contents()
    places = tuple(contents.areas[id_] for id_ in await places_known(explorer))
    found = None
    if area or len(places) <= MOST_PLACES:
        found = await find_reports(explorer, area or None, AsAt(on, proposed))
    chosen = contents.areas.get(area)
    due = found.due if found else ()
    page = ReportsPage(
        f"Who reports back to whom in {chosen.name}?" if chosen else "Who reports back to whom?",
        chosen,
        places,
        on,
        proposed,
        found,
        tuple((first, tuple(all_)) for first, all_ in by_meeting(due)),
        tuple({each.post.id: each for each in due}.values()),
        USUAL_DAYS,
        contents.sources,
    )
    return render(request, "report_back.html", page)


@router.get("/report-back/{area}/{post}")
async def slip(request: Request, area: str, post: str) -> Response:
    """Return the slip of one representative, to print on a page."""
    explorer, on = explorer_of(request), day_of(request)
    found = await find_slip(explorer, area, f"{area}/{post}", AsAt(on, proposed_of(request)))
    contents = await explorer.catalogue.contents()
    page = SlipPage(
        f"Report-back slip: {told_as.seat_name(found.post)}, {found.board.name}",
        found,
        found.due[:MOST_MEETINGS],
        max(len(found.due) - MOST_MEETINGS, 0),
        found.coming[:MOST_MEETINGS],
        max(len(found.coming) - MOST_MEETINGS, 0),
        contents.sources,
    )
    return render(request, "report_slip.html", page)
