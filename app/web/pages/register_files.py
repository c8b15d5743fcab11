"""Registers as files to keep: CSV and XLSX for spreadsheets, JSON for programs."""

from typing import Annotated

import orjson
from fastapi import APIRouter, Path
from pydantic import Field
from starlette.responses import Response

from app.domain.as_at import AsAt
from app.errors import UnknownId
from app.exchange.tables import Cell, as_csv, as_xlsx
from app.questions.registers.ask import EVERYWHERE, KINDS, RollAsked, ToldRoll, find_roll, kind_of
from app.questions.registers.files import as_json, as_table
from app.reading.explorer import Explorer
from app.web.pages.registers import Find, SortedBy, Way
from app.web.pictures.saving import file
from app.web.shell.describing import TABLES, Shape, answered_with, file_of
from app.web.shell.parameters import AreaId, AreasAsked, AsAtAsked, OpenExplorer, TableFormat, areas_known

router = APIRouter()

_CSV = "text/csv"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

RegisterName = Annotated[
    str, Path(description="Which register.", examples=["seats"], json_schema_extra={"enum": [*KINDS]})
]
RegisterOfSeveral = Annotated[
    str,
    Path(
        description="Which register.",
        examples=["vacancies"],
        json_schema_extra={"enum": [kind.key for kind in EVERYWHERE]},
    ),
]


class RegisterColumn(Shape):
    """A column of a register."""

    key: str
    """Its word in each row, and what sorts by it."""
    heading: str


class RegisterFile(Shape):
    """A register, whole."""

    register_name: str = Field(alias="register", description="Which register it is.")
    title: str
    answer: str
    """How much is listed, as recorded when, in a sentence."""
    places: list[str]
    """The ids of its places."""
    on: str
    """The day that it tells of, or up to which it does."""
    include_proposed: bool = Field(alias="includeProposed", description="Whether what is only proposed is in it.")
    columns: list[RegisterColumn]
    rows: list[dict[str, Cell]]
    """The cells of each row by the words of their columns; null where nothing is recorded."""


@router.get("/registers/{register}.json", **answered_with(TABLES, "A register of several places as JSON", RegisterFile))
async def several_as_json(
    explorer: OpenExplorer,
    register: RegisterOfSeveral,
    areas: AreasAsked,
    as_at: AsAtAsked,
    sort: SortedBy = "",
    dir: Way = "",
    find: Find = "",
) -> Response:
    """Return the seats, the vacancies, or who appoints to outside bodies, of several places."""
    ids = tuple(area.id for area in areas)
    told = await _told(explorer, register, ids, as_at, sort, dir, find)
    return await _file(explorer, told, "json", register)


@router.get("/registers/{register}.{format}", **file_of(TABLES, "A register of several places as a table", _CSV, _XLSX))
async def several_as_table(
    explorer: OpenExplorer,
    register: RegisterOfSeveral,
    format: TableFormat,
    areas: AreasAsked,
    as_at: AsAtAsked,
    sort: SortedBy = "",
    dir: Way = "",
    find: Find = "",
) -> Response:
    """Return the seats, the vacancies, or who appoints to outside bodies, of several places, a row each."""
    ids = tuple(area.id for area in areas)
    told = await _told(explorer, register, ids, as_at, sort, dir, find)
    return await _file(explorer, told, format, register)


@router.get("/registers/{area}/{register}.json", **answered_with(TABLES, "A register as JSON", RegisterFile))
async def one_as_json(
    explorer: OpenExplorer,
    area: AreaId,
    register: RegisterName,
    as_at: AsAtAsked,
    sort: SortedBy = "",
    dir: Way = "",
    find: Find = "",
) -> Response:
    """Return a register of a place, with the columns that its page leaves out."""
    (place,) = await areas_known(explorer, [area])
    told = await _told(explorer, register, (place.id,), as_at, sort, dir, find)
    return await _file(explorer, told, "json", f"{register}-{place.id}")


@router.get("/registers/{area}/{register}.{format}", **file_of(TABLES, "A register as a table", _CSV, _XLSX))
async def one_as_table(
    explorer: OpenExplorer,
    area: AreaId,
    register: RegisterName,
    format: TableFormat,
    as_at: AsAtAsked,
    sort: SortedBy = "",
    dir: Way = "",
    find: Find = "",
) -> Response:
    """Return a register of a place, a row each, with the columns that its page leaves out."""
    (place,) = await areas_known(explorer, [area])
    told = await _told(explorer, register, (place.id,), as_at, sort, dir, find)
    return await _file(explorer, told, format, f"{register}-{place.id}")


async def _told(
    explorer: Explorer, register: str, areas: tuple[str, ...], as_at: AsAt, sort: str, way: str, find: str
) -> ToldRoll:
    return await find_roll(
        explorer,
        RollAsked(kind=kind_of(register), as_at=as_at, areas=areas, sort=sort, descending=way == "desc", find=find),
    )


async def _file(explorer: Explorer, told: ToldRoll, format: str, name: str) -> Response:
    sources = (await explorer.catalogue.contents()).sources
    if format == "json":
        said = await explorer.aside(lambda: as_json(told, sources))
        return Response(orjson.dumps(said), media_type="application/json")
    table = as_table(told, sources)
    if format == "csv":
        return file(await explorer.aside(lambda: as_csv(table)), f"{_CSV}; charset=utf-8", f"{name}.csv")
    if format == "xlsx":
        return file(await explorer.aside(lambda: as_xlsx([table])), _XLSX, f"{name}.xlsx")
    raise UnknownId(f"'.{format[:20]}' is not available: use .csv, .xlsx or .json.")
