"""A workbook of all entries, or a bundle of CSV, as a document: what is wrong with it is told at its cell."""

from collections.abc import Callable, Sequence

from app.exchange.incoming.incoming import Incoming
from app.exchange.problems import Problem, shortened
from app.exchange.sheets.cells import Sheet
from app.exchange.sheets.checking import InCells
from app.exchange.tabled.laying import laid
from app.exchange.tabled.opening import bundle_tables, workbook_tables


def workbook_in(name: str, raw: bytes) -> Incoming:
    """Read a workbook of all entries; Unreadable says why it cannot be."""
    return _tables_in(name, raw, workbook_tables, "a workbook of all entries")


def bundle_in(name: str, raw: bytes) -> Incoming:
    """Read a bundle of CSV; Unreadable says why it cannot be."""
    return _tables_in(name, raw, bundle_tables, "a bundle of CSV")


def _tables_in(name: str, raw: bytes, opened: Callable[[bytes], Sequence[Sheet]], what: str) -> Incoming:
    said = laid(opened(raw))
    document = InCells(name, said.file, said.spots, "the tables")
    problems = [
        Problem(name, spot.row, spot.column, spot.heading, f"'{shortened(found, 60)}'", expected, spot=str(spot))
        for spot, found, expected in said.lost
    ]
    return Incoming(
        name, what, iter([(said.place, document)]), said.areas, said.sources, problems, said.notes, said.place
    )
