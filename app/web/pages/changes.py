"""The page of changes: what differs between two days, or from what is proposed, by month and as a picture."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.diagram.badges import SIGNS
from app.diagram.draw import Drawing
from app.domain.as_at import AsAt
from app.domain.dates import bounds
from app.domain.records import Area, Organization, Source
from app.domain.vocabulary import ChangeKind
from app.questions.changes.ask import KIND_NAMES, Changes, Stretch, by_month, find_changes
from app.questions.changes.rules import Change, mark_of
from app.reading.explorer import today
from app.reading.registers import are_few, places_known
from app.reading.resolving import BODIES, resolve
from app.web.pictures.both_days import BothDays, asked_of, both_days, in_one
from app.web.shell.parameters import AreaAsked, AsAtAsked, OpenExplorer, read_end
from app.web.shell.render import Page, render

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangesPage(Page):
    """What the page of changes shows; nothing found while a place must be chosen first."""

    template = "changes.html"
    areas: tuple[Area, ...]
    """The places to choose from."""
    area: Area | None
    organization: Organization | None
    since: str
    until: str
    """The days as asked for; empty when nobody said."""
    proposed: bool
    found: Changes | None
    stretches: tuple[Stretch, ...]
    drawing: Drawing | None
    sides: BothDays | None
    """The pictures of the two days, of the place or around the body."""
    pictured: Mapping[str, str]
    """What the addresses of these pictures say, as files."""
    sources: dict[str, Source]
    now: str
    """The address that compares the later day with what is proposed."""
    feed: str
    """The address of the feed; empty when no place is chosen."""
    names: dict[ChangeKind, str]
    """What each kind of change is called."""
    years: tuple[str, ...]
    """The years in which something changed; none when days are asked for."""
    of_year: Callable[[str], str]
    """Says the address of one year, without the day that links keep."""
    all_years: str
    """The address without days."""
    signs: dict[ChangeKind, str]
    """The sign that stands before it, the same as in the picture where it has one there."""


@router.get("/changes")
async def changes(
    request: Request,
    explorer: OpenExplorer,
    as_at: AsAtAsked,
    area: AreaAsked,
    organization: str = "",
    since: str = "",
    until: str = "",
) -> Response:
    """List what changed in a place, or of one of its bodies, and draw it."""
    first, last = read_end(since, 0), read_end(until, 1) or as_at.on
    contents = await explorer.catalogue.contents()
    areas = await places_known(explorer)
    if organization.strip():
        place = area.id if area else ""
        organization = (await resolve(explorer.catalogue, organization, labels=BODIES, area=place)).id
    found = None
    if area or organization or await are_few(explorer, areas):
        found = await find_changes(
            explorer,
            area=area.id if area else None,
            organization=organization or None,
            since=first,
            as_at=AsAt(last, as_at.include_proposed),
        )
    body = found.organization if found else None
    shown = area or (contents.areas.get(body.area_ids[0]) if body and body.area_ids else None)
    name = body.name if body else shown.name if shown else ""
    drawing = (
        await in_one(request, explorer, found, name) if found and found.changes and (shown or len(areas) == 1) else None
    )
    page = ChangesPage(
        title=f"What changed{f': {name}' if name else ''}",
        areas=tuple(contents.areas[id_] for id_ in areas),
        area=shown,
        organization=body,
        since=since.strip(),
        until=until.strip(),
        proposed=as_at.include_proposed,
        found=found,
        stretches=tuple(by_month(found.changes)) if found else (),
        drawing=drawing,
        sides=await both_days(explorer, shown.id, found) if drawing and shown and found else None,
        pictured=asked_of(found, shown.id if shown else found.area_ids[0]) if drawing and found else {},
        sources=contents.sources,
        now=beside_proposals(area.id if area else "", organization, last),
        feed=f"/feeds/{body.id}.atom" if body else f"/feeds/{shown.id}.atom" if shown else "",
        names=KIND_NAMES,
        years=_years(found.changes) if found and not (first or until.strip()) else (),
        of_year=partial(_year, {"area": area.id if area else "", "organization": organization}),
        all_years=_address({"area": area.id if area else "", "organization": organization}),
        signs={kind: SIGNS[mark_of(kind)] for kind in ChangeKind},
    )
    return render(request, page)


def _years(changes: Iterable[Change]) -> tuple[str, ...]:
    """Return the years in which something changed after their first day, where there are several to choose from."""
    dates = {change.date for change in changes if change.date}
    years = sorted({text[:4] for text in dates if bounds(text)[1] > bounds(text[:4])[0]})
    return tuple(years) if len(years) > 1 else ()


def _year(asked: Mapping[str, str], year: str) -> str:
    """Return the address of what changed in a year."""
    return _address({**asked, "since": year, "until": year})


def _address(asked: Mapping[str, str]) -> str:
    query = urlencode({name: value for name, value in asked.items() if value})
    return f"/changes?{query}" if query else "/changes"


def beside_proposals(area: str, organization: str, day: date) -> str:
    """Return the address that compares a day, or today, with what is proposed."""
    on = "" if day == today() else day.isoformat()
    same = on or today().isoformat()
    asked = {"area": area, "organization": organization, "since": same, "until": same, "on": on, "proposed": "1"}
    return _address(asked)
