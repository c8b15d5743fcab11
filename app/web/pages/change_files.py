"""What changed between two days as pictures to keep: both days in one, or either of them by itself."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request

from app.domain.as_at import AsAt
from app.domain.english import listed
from app.errors import BadInput, UnknownId
from app.questions.changes.ask import find_changes
from app.reading.registers import places_known
from app.web.pages.exports import between_asked, body_asked
from app.web.pictures.both_days import DAYS, changes_kept, day_kept, day_shown, in_one
from app.web.pictures.saving import Picture, add_files
from app.web.shell.parameters import AreaAsked, AsAtAsked, OpenExplorer

router = APIRouter()

BOTH = "both"
_DAYS = (BOTH, *DAYS)
_SIZES = ("usual", "large")

DayOfTwo = Annotated[
    str,
    Query(
        description="Both days in one picture with marks on what differs, or one of them as it stood.",
        examples=["before"],
        json_schema_extra={"enum": [*_DAYS]},
    ),
]
Size = Annotated[
    str,
    Query(
        description="`large` is twice as wide as PNG, and A2 instead of A3 as PDF.",
        examples=["large"],
        json_schema_extra={"enum": [*_SIZES]},
    ),
]


async def changes_asked(
    request: Request,
    explorer: OpenExplorer,
    as_at: AsAtAsked,
    area: AreaAsked,
    of: Annotated[str, Depends(body_asked)],
    between: Annotated[tuple[date | None, date | None], Depends(between_asked)],
    day: DayOfTwo = BOTH,
    size: Size = _SIZES[0],
) -> Picture:
    """Return what changed in a place, or around one body of it; BadInput where neither is named."""
    _checked("day", day, _DAYS)
    large = _checked("size", size, _SIZES) == _SIZES[1]
    places = await places_known(explorer)
    if not (area or of or len(places) == 1):
        raise BadInput("'area' or 'of' is needed: expected the place, or the body, whose changes are drawn.")
    since, until = between
    found = await find_changes(
        explorer,
        area=area.id if area else None,
        organization=of or None,
        since=since,
        as_at=AsAt(until or as_at.on, as_at.include_proposed),
    )
    contents = await explorer.catalogue.contents()
    place = area.id if area else next(iter(found.area_ids), "")
    if place not in contents.areas:
        raise UnknownId("That body is in no place that is known here.")
    if day != BOTH:
        shown = await day_shown(explorer, place, found, day, large=large)
        return day_kept(request, shown, contents, day)
    name = found.organization.name if found.organization else contents.areas[place].name
    drawing = await in_one(request, explorer, found, name, large=large)
    return changes_kept(request, drawing, found, place, contents, large=large)


def _checked(name: str, text: str, known: tuple[str, ...]) -> str:
    if text not in known:
        raise BadInput(f"{name} is '{text[:40]}': expected {listed(known, 'or')}.")
    return text


add_files(router, "/changes", "changes_picture", "What changed between two days, drawn,", changes_asked, has_sizes=True)
