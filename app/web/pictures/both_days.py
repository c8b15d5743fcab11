"""The pictures of a place, or around a body, on two days: each by itself, to be laid over each other, and both in one.

What is on both days stands in the same place.
"""

import asyncio
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from fastapi import Request

from app.diagram.badges import FOLD, SIGNS
from app.diagram.draw import Drawing
from app.diagram.legend import LegendItem
from app.diagram.paper import Imprint
from app.diagram.raster import size_of
from app.domain.change_marks import ChangeMark
from app.domain.dates import when
from app.domain.view import EVERYTHING, View, address_of
from app.questions.changes.ask import Changes
from app.questions.changes.picture import compared
from app.questions.changes.rules import marks_of
from app.reading.catalogue import Contents
from app.reading.explorer import Explorer, today
from app.web.pictures.citing import imprint_of, made_text, recorded_text, source_line
from app.web.pictures.making import drawn
from app.web.pictures.saving import BARE, Picture
from app.web.pictures.shown import Shown, show
from app.web.shell.render import kept, origin_of

DAYS = ("before", "after")
MARKED = (
    f"What holds on either day is drawn; what differs has a second outline and a sign: {SIGNS[ChangeMark.ADDED]} begins"
    f" or is proposed, {SIGNS[ChangeMark.ENDED]} ends, {SIGNS[ChangeMark.CHANGED]} changes."
)
"""What has to be known to read both days in one picture."""


@dataclass(frozen=True, slots=True)
class DayDrawn:
    """The picture on one of the days."""

    key: str
    """Which of the two it is: one of `DAYS`."""
    said: str
    """`as things stood on 21 January 2010`."""
    picture: str
    """Its address, as a file."""
    page: str
    """The address of the place, or the body, in the same view."""
    width: int
    height: int
    """Of the file, in pixels, with its legend."""
    down: float
    """How much of that height the drawing itself has: its legend is below it."""


@dataclass(frozen=True, slots=True)
class BothDays:
    """Both pictures, the earlier one first."""

    title: str
    """What either of them shows."""
    days: tuple[DayDrawn, DayDrawn]
    legend: tuple[LegendItem, ...]
    """What either of them needs to be read."""
    fits: bool
    """Whether one can be laid over the other: a drawing that has no room in that of everything stands by itself."""


def asked_of(found: Changes, area: str) -> dict[str, str]:
    """Return what an address says of a comparison of an area, or of one body; its days are always named."""
    body = found.organization
    whose = {"of": body.id} if body else {"area": area}
    return {**whose, "since": found.since.isoformat(), "until": found.until.isoformat()}


async def both_days(explorer: Explorer, area: str, found: Changes) -> BothDays:
    """Draw an area, or around the body asked about, as on the earlier day of a comparison, and as on its later day."""
    before, after = await asyncio.gather(*(day_shown(explorer, area, found, key) for key in DAYS))
    legend = {item.label: item for shown in (before, after) for item in shown.drawing.legend}
    sizes = {(shown.drawing.width, shown.drawing.height) for shown in (before, after)}
    days = _drawn(before, found, DAYS[0]), _drawn(after, found, DAYS[1])
    # A legend can make a narrow picture wider, on one of the days alone.
    fits = len(sizes) == 1 and days[0].width == days[1].width
    return BothDays(before.drawing.title, days, tuple(legend.values()), fits)


async def day_shown(explorer: Explorer, area: str, found: Changes, key: str, *, large: bool = False) -> Shown:
    """Draw one of the two days of a comparison, the earlier one without what is only proposed."""
    views = _view(found.since, large=large), _view(found.until, proposed=found.as_at.include_proposed, large=large)
    view, other = views if key == DAYS[0] else views[::-1]
    if found.organization is None:
        return await show(explorer, view, area)
    return await show(explorer, view, area, organization=found.organization.id, other_day=other)


def _view(day: date, *, proposed: bool = False, large: bool = False) -> View:
    return View(on="" if day == today() else day.isoformat(), proposed=proposed, large=large)


def _drawn(shown: Shown, found: Changes, key: str) -> DayDrawn:
    view = shown.view
    width, height = size_of(str(shown.drawing.svg_file))
    asked = {**asked_of(found, shown.area.id), **_proposed(found), "day": key, "frame": BARE}
    picture = address_of(f"/diagrams{shown.path}.svg", view)
    return DayDrawn(
        key,
        _said(view),
        f"/changes.svg?{urlencode(asked)}" if shown.body else f"{picture}{'&' if '?' in picture else '?'}frame={BARE}",
        shown.address(view),
        round(width),
        round(height),
        round(shown.drawing.height / height, 4),
    )


def _proposed(found: Changes) -> dict[str, str]:
    return {"proposed": "1"} if found.as_at.include_proposed else {}


def _said(view: View) -> str:
    said = f"as things stood {when(view.on)}" if view.on else "as things stand today"
    return f"{said}, with what is only proposed" if view.proposed else said


async def in_one(request: Request, explorer: Explorer, found: Changes, name: str, *, large: bool = False) -> Drawing:
    """Draw both days in one picture, with marks on what differs; every column is open, so that none hides a mark."""
    structure, chosen = await compared(explorer, found), urlencode(kept(request))
    focus = found.organization.id if found.organization else None

    def href(id_: str) -> str:
        path = "/changes" if id_.startswith(FOLD) else f"/{id_}"
        return f"{path}?{chosen}" if chosen else path

    return await drawn(
        explorer,
        structure,
        title=f"What changed {'around' if focus else 'in'} {name}",
        focus=focus,
        place=found.area_ids[0] if len(found.area_ids) == 1 and not focus else "",
        href=href,
        view=View(open=frozenset({EVERYTHING}), large=large),
        marks=marks_of(found.changes),
    )


def day_kept(request: Request, shown: Shown, contents: Contents, key: str) -> Picture:
    """Return one of the two days as its files have it."""
    whose = shown.body.id if shown.body else shown.area.id
    return Picture(
        f"{key}-{whose.replace('/', '-')}",
        str(shown.drawing.svg_file),
        shown.drawing.description,
        lambda: imprint_of(request, shown, contents),
        shown.view.large,
    )


def changes_kept(
    request: Request, drawing: Drawing, found: Changes, area: str, contents: Contents, *, large: bool
) -> Picture:
    """Return both days in one picture as its files have it."""
    cited = sorted({cite.source_id for change in found.changes for cite in change.citations})
    sources = [contents.sources[id_] for id_ in cited if id_ in contents.sources]
    sources.sort(key=lambda source: source.published or "", reverse=True)
    asked = asked_of(found, area) | _proposed(found)
    if "of" in asked:
        asked["organization"] = asked.pop("of")

    def imprint() -> Imprint:
        return Imprint(
            title=contents.titled(drawing.title, found.area_ids if found.organization else ()),
            day=recorded_text(sources, ""),
            shown=f"{found.opening} {MARKED}",
            sources=source_line(sources),
            address=f"{origin_of(request)}/changes?{urlencode(asked)}",
            made=made_text(contents),
        )

    whose = found.organization.id if found.organization else area
    return Picture(f"changes-{whose.replace('/', '-')}", str(drawing.svg_file), drawing.description, imprint, large)
