"""A page's table as a file to keep: CSV and XLSX."""

from collections.abc import Sequence

from starlette.responses import Response

from app.errors import UnknownId
from app.exchange.tables import Table, as_csv, as_xlsx
from app.reading.explorer import Explorer
from app.web.pictures.downloads import file
from app.web.shell.describing import TABLES, Described, file_of

_CSV = "text/csv"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def table_of(summary: str) -> Described:
    """Describe a route whose answer is a table in one of the formats."""
    return file_of(TABLES, summary, _CSV, _XLSX)


async def exported(explorer: Explorer, tables: Sequence[Table], format: str, name: str) -> Response:
    """Return tables as a file called `name`: `csv` holds the first of them, `xlsx` all, a sheet each."""
    if format == "csv":
        return file(
            await explorer.aside(lambda: as_csv(tables[0])), "text/csv; charset=utf-8", f"{name}.csv", seconds=0
        )
    if format == "xlsx":
        return file(await explorer.aside(lambda: as_xlsx(tables)), _XLSX, f"{name}.xlsx", seconds=0)
    raise UnknownId(f"'.{format[:20]}' is not available: use .csv or .xlsx.")
