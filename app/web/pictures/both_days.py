"""The pictures of a place on two days, to be laid over each other: what is on both stands in the same place."""

import asyncio
from dataclasses import dataclass
from datetime import date

from app.diagram.legend import LegendItem
from app.diagram.raster import size_of
from app.domain.dates import when
from app.domain.view import View, address_of
from app.questions.changes.ask import Changes
from app.reading.explorer import Explorer, today
from app.web.pictures.shown import Shown, show


@dataclass(frozen=True, slots=True)
class DayDrawn:
    """The picture of a place on one of the days."""

    said: str
    """`as things stood on 21 January 2010`."""
    picture: str
    """Its address, as a file."""
    page: str
    """The address of the place in the same view."""
    width: int
    height: int
    """Of the file, in pixels, with its legend."""
    down: float
    """How much of that height the drawing itself has: its legend is below it."""


@dataclass(frozen=True, slots=True)
class BothDays:
    """Both pictures, the earlier one first."""

    days: tuple[DayDrawn, DayDrawn]
    legend: tuple[LegendItem, ...]
    """What either of them needs to be read."""
    fits: bool
    """Whether one can be laid over the other: a drawing that has no room in that of everything stands by itself."""


async def both_days(explorer: Explorer, area: str, found: Changes) -> BothDays:
    """Draw a place as on the earlier day of a comparison, and as on its later day, with proposals as asked."""
    views = (_view(found.since), _view(found.until, proposed=found.as_at.include_proposed))
    before, after = await asyncio.gather(*(show(explorer, view, area) for view in views))
    legend = {item.label: item for shown in (before, after) for item in shown.drawing.legend}
    sizes = {(shown.drawing.width, shown.drawing.height) for shown in (before, after)}
    days = _drawn(before), _drawn(after)
    # A legend can make a narrow picture wider, on one of the days alone.
    return BothDays(days, tuple(legend.values()), len(sizes) == 1 and days[0].width == days[1].width)


def _view(day: date, *, proposed: bool = False) -> View:
    return View(on="" if day == today() else day.isoformat(), proposed=proposed)


def _drawn(shown: Shown) -> DayDrawn:
    view = shown.view
    said = f"as things stood {when(view.on)}" if view.on else "as things stand today"
    width, height = size_of(str(shown.drawing.svg_file))
    return DayDrawn(
        f"{said}, with what is only proposed" if view.proposed else said,
        address_of(f"/diagrams{shown.path}.svg", view),
        shown.address(view),
        round(width),
        round(height),
        round(shown.drawing.height / height, 4),
    )
