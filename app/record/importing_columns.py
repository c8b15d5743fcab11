"""The columns of a spreadsheet that may be imported, for whoever says what they mean."""

from app.exchange.incoming.sorts import sort_of
from app.exchange.sheets.asking import Beside
from app.exchange.sheets.cells import Unreadable
from app.exchange.sheets.columns import ColumnSeen, columns_seen
from app.exchange.sheets.formats import sheets_of


def columns_of(name: str, raw: bytes, beside: Beside) -> list[ColumnSeen]:
    """Return the columns of a spreadsheet as officers keep it; none of any other file, or of one nobody can read."""
    if sort_of(name, raw) is not None:
        return []
    try:
        return columns_seen(sheets_of(name, raw), beside)
    except (Unreadable, ValueError):
        return []
