"""The page that puts the forums of places side by side: what each has to work with, with the gaps in sight."""

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.domain.records import Area, Source
from app.questions.capacity import ask as answers
from app.questions.capacity.ask import COLUMNS, Capacities, Column, find_capacities
from app.web.shell.parameters import AreasAsked, DayAsked, OnWritten, OpenExplorer
from app.web.shell.render import Page, kept, render

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a column: where pressing it leads, and which way the column is sorted now, if it is."""

    column: Column
    address: str
    sorted: str
    """`ascending`, `descending`, or empty."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CapacityPage(Page):
    """What the page shows."""

    template = "capacity.html"
    found: Capacities
    headings: tuple[Heading, ...]
    places: tuple[Area, ...]
    """Every place that can be chosen, by name."""
    chosen: frozenset[str]
    downloads: tuple[tuple[str, str], ...]
    sources: dict[str, Source]
    answers: object = answers


SortedBy = Annotated[str, Query(description="The column that sorts the rows.", examples=["hours"])]
Way = Annotated[str, Query(description="`desc` turns the order round.", examples=["desc"])]


@router.get("/capacity", include_in_schema=False)
async def capacity(
    request: Request,
    explorer: OpenExplorer,
    areas: AreasAsked,
    on: DayAsked,
    written: OnWritten,
    sort: SortedBy = "name",
    dir: Way = "",
) -> Response:
    """Show the forums, networks and reference groups of one or several places in one table, sorted as asked."""
    chosen = [area.id for area in areas]
    found = await find_capacities(explorer, chosen, on, sort=sort, descending=dir == "desc")
    contents = await explorer.catalogue.contents()
    several = len(found.areas) > 1
    lead = (Column("name", "Name", ""), *((Column("place", "Place", ""),) if several else ()))
    asked = [("area", id_) for id_ in chosen]
    page = CapacityPage(
        title=f"Capacity side by side{': ' + found.areas[0].name if len(found.areas) == 1 else ''}",
        found=found,
        headings=tuple(_heading(request, found, column, asked) for column in (*lead, *COLUMNS)),
        places=tuple(each for each in contents.areas.values() if contents.sizes[each.id]),
        chosen=frozenset(chosen),
        downloads=tuple(
            (name, f"/capacity.{ending}?{urlencode([*asked, ('sort', sort), ('dir', dir), ('on', written)])}")
            for name, ending in (("CSV", "csv"), ("Excel", "xlsx"))
        ),
        sources=contents.sources,
    )
    return render(request, page)


def _heading(request: Request, found: Capacities, column: Column, asked: list[tuple[str, str]]) -> Heading:
    here = found.sort == column.key
    way = ("descending" if found.descending else "ascending") if here else ""
    turned = [("dir", "desc")] if here and not found.descending else []
    query = urlencode([*asked, ("sort", column.key), *turned, *kept(request).items()])
    return Heading(column, f"/capacity?{query}", way)
