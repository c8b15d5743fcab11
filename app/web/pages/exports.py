"""The tables of questions as files to keep, CSV and XLSX: an address for each `EXPORT` of a question's `table`."""

from collections.abc import Awaitable, Callable
from inspect import Parameter, Signature
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from app.domain.as_at import AsAt
from app.errors import UnknownId
from app.exchange.tables import as_csv, as_xlsx
from app.questions.balance.ask import body_meant
from app.questions.exporting import Export, TableAsked, Taken, exports
from app.reading.explorer import today
from app.web.pages.capacity import SortedBy, Way
from app.web.pages.gaps import KindsAsked
from app.web.pictures.downloads import file
from app.web.shell.describing import TABLES, file_of
from app.web.shell.parameters import AreaAsked, AreasAsked, AsAtAsked, DayAsked, OpenExplorer, TableFormat

router = APIRouter()

_CSV = "text/csv"
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


_READ: dict[Taken, dict[str, tuple[Any, Any]]] = {
    "of": {"of": (Annotated[str, Depends(body_asked)], Parameter.empty)},
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

    async def answer(explorer: OpenExplorer, format: TableFormat, **said: Any) -> Response:
        """Return what the page of the same name shows, a row each: CSV, or XLSX for spreadsheets."""
        areas = said.get("areas") or tuple(area for area in (said.get("area"),) if area)
        asked = TableAsked(
            as_at=said.get("as_at") or AsAt(said.get("on") or today()),
            of=said.get("of", ""),
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
        raise UnknownId(f"'.{format[:20]}' is not available: use .csv or .xlsx.")

    read = {"explorer": (OpenExplorer, Parameter.empty), "format": (TableFormat, Parameter.empty)}
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
        f"/{_export.name}.{{format}}", name=f"{_export.name}_file", **file_of(TABLES, _export.summary, _CSV, _XLSX)
    )(_answering(_export))
