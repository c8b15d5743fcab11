"""The pages of report-back: which representative owes a report to whom, and a sheet of paper for each of them."""

from dataclasses import dataclass
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.domain.records import Area, Source
from app.questions.reporting import words as told_as
from app.questions.reporting.ask import Reports, Slip, by_meeting, find_reports, find_slip
from app.questions.reporting.rules import ReportDue
from app.reading.registers import are_few, places_known
from app.web.shell.parameters import AreaAsked, AsAtAsked, OpenExplorer
from app.web.shell.render import Page, render

router = APIRouter(include_in_schema=False)

MOST_MEETINGS = 6
"""How many past meetings, and how many to come, fit on a sheet."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportsPage(Page):
    """What the page of report-back shows; nothing found when there are too many places to answer for all at once."""

    template = "report_back.html"
    area: Area | None
    areas: tuple[Area, ...]
    proposed: bool
    reports: Reports | None
    downloads: str
    """What the addresses of the tables ask, as this page does."""
    meetings: tuple[tuple[ReportDue, tuple[ReportDue, ...]], ...]
    sources: dict[str, Source]
    words: object = told_as


@dataclass(frozen=True, kw_only=True, slots=True)
class SlipPage(Page):
    """What a representative's sheet shows."""

    template = "report_slip.html"
    slip: Slip
    past: tuple[ReportDue, ...]
    more_past: int
    coming: tuple[object, ...]
    more_coming: int
    sources: dict[str, Source]
    words: object = told_as


@router.get("/report-back")
async def report_back(request: Request, explorer: OpenExplorer, as_at: AsAtAsked, area: AreaAsked) -> Response:
    """List the reports on the meetings of a place, or of all while they are few."""
    contents = await explorer.catalogue.contents()
    places = tuple(contents.areas[id_] for id_ in await places_known(explorer))
    found = None
    if area or await are_few(explorer, [place.id for place in places]):
        found = await find_reports(explorer, area.id if area else None, as_at)
    due = found.due if found else ()
    page = ReportsPage(
        title=f"Who reports back to whom in {area.name}?" if area else "Who reports back to whom?",
        area=area,
        areas=places,
        proposed=as_at.include_proposed,
        reports=found,
        downloads=_query(request, area),
        meetings=tuple((first, tuple(all_)) for first, all_ in by_meeting(due)),
        sources=contents.sources,
    )
    return render(request, page)


@router.get("/report-back/{area}/{post}")
async def slip(request: Request, explorer: OpenExplorer, as_at: AsAtAsked, area: str, post: str) -> Response:
    """Return the sheet of one representative, to print on a page."""
    found = await find_slip(explorer, area, f"{area}/{post}", as_at)
    contents = await explorer.catalogue.contents()
    page = SlipPage(
        title=f"Report-back sheet: {told_as.seat_name(found.post)}, {found.board.name}",
        slip=found,
        past=found.due[:MOST_MEETINGS],
        more_past=max(len(found.due) - MOST_MEETINGS, 0),
        coming=found.coming[:MOST_MEETINGS],
        more_coming=max(len(found.coming) - MOST_MEETINGS, 0),
        sources=contents.sources,
    )
    return render(request, page)


def _query(request: Request, area: Area | None) -> str:
    asked = [
        ("area", area.id if area else ""),
        *((name, request.query_params.get(name, "")) for name in ("on", "proposed")),
    ]
    return urlencode([(name, value) for name, value in asked if value])
