"""The tables of questions as files, CSV, XLSX and JSON: an address for each `EXPORT` of a question's `table`."""

from collections.abc import Awaitable, Callable
from datetime import date
from inspect import Parameter, Signature
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query
from starlette.responses import Response

from app.domain.as_at import AsAt
from app.errors import UnknownId
from app.exchange.tables import as_csv, as_json, as_xlsx
from app.questions.balance.ask import body_meant
from app.questions.exporting import Export, TableAsked, Taken, exports
from app.questions.routes.ends import ends_chosen
from app.reading.explorer import today
from app.reading.resolving import resolve
from app.reading.search import LONGEST
from app.web.pages.capacity import SortedBy, Way
from app.web.pages.gaps import KindsAsked
from app.web.pictures.saving import file
from app.web.shell.describing import TABLES, file_of
from app.web.shell.parameters import AreaAsked, AreasAsked, AsAtAsked, DayAsked, OpenExplorer, areas_known, read_end

router = APIRouter()

_CSV = "text/csv"
_JSON = "application/json"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def body_asked(
    explorer: OpenExplorer,
    area: AreaAsked,
    of: Annotated[
        str,
        Query(
            description="A body, by its id or a name. All bodies of the place unless named.",
            examples=["bromley/mental-health-partnership-board"],
        ),
    ] = "",
) -> str:
    """Return the id of the body that is named; empty for none. UnknownId and Ambiguous say what it may be."""
    return await body_meant(explorer, of.strip(), area.id if area else "") if of.strip() else ""


async def whom_asked(
    explorer: OpenExplorer,
    area: AreaAsked,
    of: Annotated[
        str, Query(description="A body or a person, by an id or a name.", examples=["bromley/council-on-ageing"])
    ] = "",
) -> str:
    """Return the id of the body or person that is named; empty for none, errors as of `body_asked`."""
    place = area.id if area else ""
    return (await resolve(explorer.catalogue, of, area=place)).id if of.strip() else ""


async def ends_asked(
    explorer: OpenExplorer,
    area: AreaAsked,
    start: Annotated[
        str,
        Query(alias="from", description="Where a route begins: a body.", examples=["bromley/council-on-ageing"]),
    ] = "",
    end: Annotated[
        str,
        Query(alias="to", description="Where it ends: a body.", examples=["bromley/local-strategic-partnership"]),
    ] = "",
) -> tuple[str, str]:
    """Return the ids of the two bodies that are named; empty ones where one is not named."""
    if not start.strip() or not end.strip():
        return start.strip(), end.strip()
    return await ends_chosen(explorer, start[:LONGEST], end[:LONGEST], area=area.id if area else "")


async def sides_asked(
    explorer: OpenExplorer,
    left: Annotated[str, Query(description="A place, by its id.", examples=["bromley"])] = "",
    right: Annotated[str, Query(description="The place beside it, by its id.", examples=["gloucester"])] = "",
) -> tuple[str, str]:
    """Return the ids of the two places that are named; empty ones where one is not named."""
    found = [await areas_known(explorer, [each]) for each in (left, right)]
    return found[0][0].id if found[0] else "", found[1][0].id if found[1] else ""


async def between_asked(
    since: Annotated[str, Query(description="The earlier day: a year, month or day.", examples=["2007"])] = "",
    until: Annotated[str, Query(description="The later day, of which the last counts.", examples=["2010-02"])] = "",
) -> tuple[date | None, date | None]:
    """Return the first and the last day that are named."""
    return read_end(since, 0), read_end(until, 1)


Format = Annotated[
    str,
    Path(description="The file's format.", examples=["csv"], json_schema_extra={"enum": ["csv", "xlsx", "json"]}),
]
_READ: dict[Taken, dict[str, tuple[Any, Any]]] = {
    "of": {"of": (Annotated[str, Depends(body_asked)], Parameter.empty)},
    "whom": {"of": (Annotated[str, Depends(whom_asked)], Parameter.empty)},
    "ends": {"ends": (Annotated[tuple[str, str], Depends(ends_asked)], Parameter.empty)},
    "sides": {"sides": (Annotated[tuple[str, str], Depends(sides_asked)], Parameter.empty)},
    "between": {"between": (Annotated[tuple[date | None, date | None], Depends(between_asked)], Parameter.empty)},
    "find": {
        "find": (
            Annotated[str, Query(description="Words of a title or publisher.", examples=["minutes"])],
            "",
        )
    },
    "area": {"area": (AreaAsked, Parameter.empty)},
    "areas": {"areas": (AreasAsked, Parameter.empty)},
    "kinds": {"kinds": (KindsAsked, Parameter.empty)},
    "as_at": {"as_at": (AsAtAsked, Parameter.empty)},
    "on": {"on": (DayAsked, Parameter.empty)},
    "sort": {"sort": (SortedBy, "name"), "dir": (Way, "")},
}
"""The dependencies of pages that read what a table takes, by the name each goes by, and what it is unless said."""


def _answering(export: Export) -> Callable[..., Awaitable[Response]]:
    """Make the function that answers for one table, with exactly the parameters which that takes."""

    async def answer(explorer: OpenExplorer, format: Format, **said: Any) -> Response:
        """Return what the page of the same name shows, a row each: CSV, XLSX for spreadsheets, or JSON."""
        areas = said.get("areas") or tuple(area for area in (said.get("area"),) if area)
        asked = TableAsked(
            as_at=said.get("as_at") or AsAt(said.get("on") or today()),
            of=said.get("of", ""),
            ends=said.get("ends", ("", "")),
            sides=said.get("sides", ("", "")),
            since=said.get("between", (None, None))[0],
            until=said.get("between", (None, None))[1],
            find=said.get("find", "").strip()[:LONGEST],
            areas=tuple(area.id for area in areas),
            kinds=said.get("kinds", ()),
            sort=said.get("sort", "name"),
            descending=said.get("dir") == "desc",
        )
        table = await export.make(explorer, asked)
        whose = asked.of.replace("/", "-") or (asked.area if "area" in export.takes else "")
        name = f"{export.name}-{whose}" if whose else export.name
        if format == "csv":
            return file(await explorer.aside(lambda: as_csv(table)), f"{_CSV}; charset=utf-8", f"{name}.csv")
        if format == "xlsx":
            return file(await explorer.aside(lambda: as_xlsx([table])), _XLSX, f"{name}.xlsx")
        if format == "json":
            return Response(await explorer.aside(lambda: as_json(table)), media_type=_JSON)
        raise UnknownId(f"'.{format[:20]}' is not available: use .csv, .xlsx or .json.")

    read = {"explorer": (OpenExplorer, Parameter.empty), "format": (Format, Parameter.empty)}
    for taken in export.takes:
        read |= _READ[taken]
    answer.__signature__ = Signature(  # type: ignore[attr-defined]
        [
            Parameter(name, Parameter.KEYWORD_ONLY, annotation=kind, default=usual)
            for name, (kind, usual) in read.items()
        ]
    )
    return answer


for _export in exports():
    router.get(
        f"/{_export.name}.{{format}}",
        name=f"{_export.name}_file",
        **file_of(TABLES, _export.summary, _CSV, _XLSX, _JSON),
    )(_answering(_export))
