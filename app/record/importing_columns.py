"""The columns of a spreadsheet that may be imported, for whoever says what they mean."""

from collections.abc import Sequence

from app.exchange.incoming.sorts import sort_of
from app.exchange.sheets.asking import Beside
from app.exchange.sheets.cells import Sheet, Unreadable
from app.exchange.sheets.columns import ColumnSeen, columns_seen
from app.exchange.sheets.formats import sheets_of


def columns_of(name: str, raw: bytes, beside: Beside) -> list[ColumnSeen]:
    """Return the columns of a spreadsheet as officers keep it; none of any other file, or of one nobody can read."""
    if sort_of(name, raw) is not None:
        return []
    try:
        return columns_in(sheets_of(name, raw), beside)
    except Unreadable:
        return []


def columns_in(sheets: Sequence[Sheet], beside: Beside) -> list[ColumnSeen]:
    """Return the columns of sheets that are read already; none where what is said of them is nothing they say."""
    try:
        return columns_seen(sheets, beside)
    except ValueError:
        return []
