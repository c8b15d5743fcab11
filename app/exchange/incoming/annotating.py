"""A file of tables with its reasons at its cells, whichever sort of spreadsheet it is."""

from collections.abc import Iterable

from app.exchange.incoming.sorts import BUNDLE, WORKBOOK, sort_of
from app.exchange.problems import Problem
from app.exchange.sheets.annotating import annotated
from app.exchange.sheets.cells import Sheet, Unreadable
from app.exchange.sheets.formats import sheets_of
from app.exchange.tabled.opening import bundle_tables, workbook_tables


def is_annotated(name: str, raw: bytes) -> bool:
    """Tell whether a file has cells that reasons can stand at."""
    return sort_of(name, raw) in (None, WORKBOOK, BUNDLE)


def annotated_file(name: str, raw: bytes, problems: Iterable[Problem], doubts: Iterable[Problem] = ()) -> bytes:
    """Return a spreadsheet as XLSX with its reasons; Unreadable where it has no cells, or nobody can read it."""
    return annotated(_sheets(name, raw), problems, doubts)


def annotated_name(name: str) -> str:
    """Return what such a file is called: `members-reasons.xlsx`, in letters that any system takes."""
    stem = name.rpartition(".")[0] or name
    plain = "".join(letter if letter.isascii() and (letter.isalnum() or letter in "-_") else "-" for letter in stem)
    return f"{plain.strip('-')[:80] or 'file'}-reasons.xlsx"


def _sheets(name: str, raw: bytes) -> list[Sheet]:
    sort = sort_of(name, raw)
    if sort is WORKBOOK:
        return workbook_tables(raw)
    if sort is BUNDLE:
        return bundle_tables(raw)
    if sort is None:
        return sheets_of(name, raw)
    raise Unreadable("is no spreadsheet, so that there are no cells for the reasons to stand at")
