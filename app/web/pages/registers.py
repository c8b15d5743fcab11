"""The pages of registers: which there are of a place, and each as a table to sort, filter and print."""

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.domain.as_at import AsAt
from app.domain.records import Area, Source
from app.questions.registers import words as told_as
from app.questions.registers.ask import EVERYWHERE, RollAsked, ToldRoll, count_registers, find_roll, kind_of
from app.questions.registers.rolls import Column, Kind, Roll
from app.reading.explorer import Explorer
from app.reading.registers import are_few, places_known
from app.reading.search import LONGEST
from app.web.shell.parameters import AreasAsked, AsAtAsked, OpenExplorer, areas_known
from app.web.shell.render import Page, kept, render

router = APIRouter(include_in_schema=False)

FILES = (("CSV", "csv"), ("Excel", "xlsx"), ("JSON", "json"))
"""What a register is to be had as, and how its address ends."""
FILTERED_FROM = 12
"""With fewer rows there is no field to filter them by."""


@dataclass(frozen=True, slots=True)
class RegisterHeading:
    """The heading of a column: where pressing it leads, and which way the column is sorted now, if it is."""

    column: Column
    address: str
    sorted: str
    """`ascending`, `descending`, or empty."""


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """A register in the list of those of a place."""

    kind: Kind
    number: int


@dataclass(frozen=True, kw_only=True, slots=True)
class RegistersPage(Page):
    """The list of registers: of a place with how much each lists, else the places to choose from."""

    template = "registers.html"
    area: Area | None
    lines: tuple[RegisterLine, ...]
    places: tuple[Area, ...]
    everywhere: tuple[Kind, ...] = EVERYWHERE
    files: tuple[tuple[str, str], ...] = FILES


@dataclass(frozen=True, kw_only=True, slots=True)
class RegisterPage(Page):
    """One register; nothing is told where there are more places than one question may be of, until some are chosen."""

    template = "register.html"
    kind: Kind
    told: ToldRoll | None
    roll: Roll | None
    """What the page shows of it."""
    headings: tuple[RegisterHeading, ...]
    own_order: str
    """Where the rows stand in their own order; empty where they do."""
    asked: tuple[tuple[str, str], ...]
    """What the form keeps of the address beside the places and the words."""
    find: str
    chosen: frozenset[str]
    """The places that are ticked, though they may be too many to be answered for."""
    places: tuple[Area, ...]
    """The places that can be chosen; none where the address names one."""
    downloads: tuple[tuple[str, str], ...]
    pages: tuple[tuple[int, str], ...]
    """The pages of a long register with their addresses; empty for the one that is shown."""
    has_filter: bool
    sources: dict[str, Source]
    words: object = told_as


SortedBy = Annotated[
    str, Query(description="The column that sorts the rows, by its word in the file's JSON.", examples=["seat"])
]
Way = Annotated[str, Query(description="`desc` turns the order round.", examples=["desc"])]
Find = Annotated[str, Query(description="Only rows with all of these words.", examples=["chair"])]


@router.get("/registers")
async def registers(request: Request, explorer: OpenExplorer) -> Response:
    """List the places that have registers, and the registers of several places."""
    contents = await explorer.catalogue.contents()
    places = tuple(contents.areas[id_] for id_ in await places_known(explorer))
    return render(request, RegistersPage(title="Registers", area=None, lines=(), places=places))


@router.get("/registers/seats", name="seats_everywhere")
@router.get("/registers/vacancies", name="vacancies_everywhere")
@router.get("/registers/outside-bodies", name="outside_bodies_everywhere")
@router.get("/registers/asked-for", name="asked_for_everywhere")
async def everywhere(
    request: Request,
    explorer: OpenExplorer,
    areas: AreasAsked,
    as_at: AsAtAsked,
    sort: SortedBy = "",
    dir: Way = "",
    find: Find = "",
    page: str = "",
) -> Response:
    """Show a register of several places, of all while they are few enough to answer for at once."""
    kind = kind_of(request.url.path.rpartition("/")[2])
    asked = _asked(kind, as_at, areas, sort, dir, find)
    known = await places_known(explorer)
    told = await find_roll(explorer, asked) if await are_few(explorer, asked.areas or known) else None
    contents = await explorer.catalogue.contents()
    places = tuple(contents.areas[id_] for id_ in known)
    return await _show(request, explorer, asked, told, page, places)


@router.get("/registers/{area}")
async def registers_of(request: Request, explorer: OpenExplorer, as_at: AsAtAsked, area: str) -> Response:
    """List the registers of a place, with how much each lists on the day."""
    (place,) = await areas_known(explorer, [area])
    lines = tuple(RegisterLine(kind, number) for kind, number in await count_registers(explorer, place.id, as_at))
    return render(request, RegistersPage(title=f"Registers of {place.name}", area=place, lines=lines, places=()))


@router.get("/registers/{area}/{register}")
async def register(
    request: Request,
    explorer: OpenExplorer,
    as_at: AsAtAsked,
    area: str,
    register: str,
    sort: SortedBy = "",
    dir: Way = "",
    find: Find = "",
    page: str = "",
) -> Response:
    """Show a register of a place."""
    asked = _asked(kind_of(register), as_at, await areas_known(explorer, [area]), sort, dir, find)
    return await _show(request, explorer, asked, await find_roll(explorer, asked), page, ())


def _asked(kind: Kind, as_at: AsAt, areas: tuple[Area, ...], sort: str, way: str, find: str) -> RollAsked:
    return RollAsked(
        kind=kind,
        as_at=as_at,
        areas=tuple(area.id for area in areas),
        sort=sort.strip(),
        descending=way == "desc",
        find=find.strip()[:LONGEST],
    )


async def _show(
    request: Request, explorer: Explorer, asked: RollAsked, told: ToldRoll | None, page: str, places: tuple[Area, ...]
) -> Response:
    kind, path = asked.kind, request.url.path
    at = int(page) if page.isascii() and page.isdigit() and len(page) < 6 else 1 if not page.strip() else 0
    roll = told.roll.page(at) if told else None
    contents = await explorer.catalogue.contents()
    chosen = [("area", id_) for id_ in asked.areas] if places else []
    said = [*chosen, *kept(request).items(), *([("find", asked.find)] if asked.find else [])]
    order = [(name, value) for name, value in (("sort", asked.sort), ("dir", asked.descending and "desc")) if value]
    cited = {cite.source_id for row in roll.rows for cite in row.citations} if roll else set()
    lead = (Column("place", "Place"),) if told and len(told.areas) > 1 else ()
    shown = RegisterPage(
        title=told_as.title(told) if told else f"{kind.title} in several places",
        kind=kind,
        told=told,
        roll=roll,
        headings=tuple(_heading(path, asked, each, said) for each in (*lead, *(roll.shown if roll else ()))),
        own_order=_address(path, said) if asked.sort else "",
        asked=(*kept(request).items(), *order),
        find=asked.find,
        chosen=frozenset(asked.areas or (area.id for area in (told.areas if told else ()))),
        places=places,
        downloads=tuple((name, _address(f"{path}.{ending}", [*said, *order])) for name, ending in FILES),
        pages=tuple(
            (number, "" if number == at else _address(path, [*said, *order, ("page", str(number))]))
            for number in (range(1, told.roll.pages + 1) if told and told.roll.pages > 1 else ())
        ),
        has_filter=bool(asked.find or (told and len(told.roll.whole) >= FILTERED_FROM)),
        sources={id_: source for id_, source in contents.sources.items() if id_ in cited},
    )
    return render(request, shown, noindex=bool(asked.find or asked.sort or page))


def _heading(path: str, asked: RollAsked, column: Column, said: list[tuple[str, str]]) -> RegisterHeading:
    here = asked.sort == column.key
    way = ("descending" if asked.descending else "ascending") if here else ""
    turned = [("dir", "desc")] if here and not asked.descending else []
    return RegisterHeading(column, _address(path, [*said, ("sort", column.key), *turned]), way)


def _address(path: str, said: list[tuple[str, str]]) -> str:
    return f"{path}?{urlencode(said)}" if said else path
