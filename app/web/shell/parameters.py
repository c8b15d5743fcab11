"""What pages, pictures and files ask for alike: the day, proposals, the place. Each is read and checked here, once.

Whatever cannot be read is a BadInput or an UnknownId, which `problems` answers in words: with a page for browsers, with
JSON for programs. So parameters are text in the address, and never FastAPI's own refusals.
"""

from datetime import date
from typing import Annotated

from fastapi import Depends, Path, Query, Request

from app.domain.as_at import AsAt
from app.domain.dates import bounds
from app.domain.dates_written import date_in
from app.domain.records import Area
from app.errors import BadInput, UnreadableDay
from app.reading.explorer import Explorer, today
from app.reading.resolving import resolve_area

YES = frozenset({"1", "on", "yes", "true"})
NO = frozenset({"", "0", "off", "no", "false"})

ON = "The day that is shown: a year, a month or a day, of which the last day counts. Today unless named."
PROPOSED = "`1` includes what is only proposed."


async def explorer_of(request: Request) -> Explorer:
    """Return what answers questions."""
    return open_explorer_of(request)


def open_explorer_of(request: Request) -> Explorer:
    """Return what answers questions, for what is no route, such as an error's page."""
    explorer: Explorer = request.state.explorer
    return explorer


def read_day(text: str) -> str:
    """Return a day, month or year, however it is written, as 2008-01-31; empty is none. UnreadableDay if wrong."""
    if not text.strip():
        return ""
    try:
        return date_in(text)
    except ValueError as error:
        raise UnreadableDay(f"The date '{text.strip()[:40]}' cannot be read: {error}.") from None


def read_end(text: str, end: int) -> date | None:
    """Read a day that is named in an address: of a month or year its first day (0), or its last one (1)."""
    day = read_day(text)
    return bounds(day)[end] if day else None


def read_proposed(text: str) -> bool:
    """Tell whether a text asks for proposals; BadInput when it says neither yes nor no."""
    text = text.strip().lower()
    if text not in YES | NO:
        raise BadInput(f"proposed is '{text[:40]}': expected 1, or nothing.")
    return text in YES


def last_day(text: str) -> date:
    """Return the last day that a text which `read_day` gave may mean; today for none."""
    return bounds(text)[1] if text else today()


async def on_written(on: Annotated[str, Query(description=ON, examples=["2008-01"])] = "") -> str:
    """Read `on` as it was written."""
    return read_day(on)


OnWritten = Annotated[str, Depends(on_written)]
"""The day as the reader wrote it, checked; empty when none was named."""


async def day_asked(on: OnWritten) -> date:
    """Return the day an answer is for."""
    return last_day(on)


DayAsked = Annotated[date, Depends(day_asked)]
"""The day an answer is for: the last day that `on` may mean, today when nobody says."""


async def as_at_asked(on: DayAsked, proposed: Annotated[str, Query(description=PROPOSED, examples=["1"])] = "") -> AsAt:
    """Return the day an answer is for, and whether proposals count."""
    return AsAt(on, read_proposed(proposed))


AsAtAsked = Annotated[AsAt, Depends(as_at_asked)]
"""The day an answer is for, and whether what is only proposed counts."""

OpenExplorer = Annotated[Explorer, Depends(explorer_of)]
"""What answers questions."""


async def area_asked(
    explorer: OpenExplorer,
    area: Annotated[str, Query(description="A place, by its id. All places unless named.", examples=["bromley"])] = "",
) -> Area | None:
    """Return the place that is named; UnknownId with the nearest ones when nobody knows it."""
    return (await areas_known(explorer, [area]) or (None,))[0]


AreaAsked = Annotated[Area | None, Depends(area_asked)]
"""The place that an address names in its query; None is all of them."""


async def areas_known(explorer: Explorer, ids: list[str]) -> tuple[Area, ...]:
    """Return the places with these ids or names, each once, without the empty ones; UnknownId as `area_asked`."""
    wanted = [await resolve_area(explorer.catalogue, text) for text in map(str.strip, ids) if text]
    known = (await explorer.catalogue.contents()).areas
    return tuple(known[id_] for id_ in dict.fromkeys(wanted))


async def several_areas_asked(
    explorer: OpenExplorer,
    area: Annotated[
        list[str],
        Query(default_factory=list, description="Places, by their ids; all unless named.", examples=[["bromley"]]),
    ],
) -> tuple[Area, ...]:
    """Return the places that are named; UnknownId with the nearest ones when nobody knows one of them."""
    return await areas_known(explorer, area)


AreasAsked = Annotated[tuple[Area, ...], Depends(several_areas_asked)]
"""The places that an address names in its query, each once; none is all of them."""

AreaId = Annotated[str, Path(description="A place, by its id.", examples=["bromley"])]
OrganizationId = Annotated[
    str, Path(description="A body of the place, by the rest of its id.", examples=["council-on-ageing"])
]
TableFormat = Annotated[
    str,
    Path(description="The file's format.", examples=["csv"], json_schema_extra={"enum": ["csv", "xlsx"]}),
]
