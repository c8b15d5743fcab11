"""A place as tables, a sheet or a CSV for each sort of entry: as a workbook, and as a bundle of CSV in a zip.

Both have the same headings, with the areas and shared sources that the place mentions, and both come back whole.
"""

import csv
import io
import zipfile
from collections.abc import Sequence

from app.domain.facts import DataSet
from app.errors import DataRefused
from app.exchange.entries.from_facts import entries_of
from app.exchange.formats.losses import Lost
from app.exchange.formats.public_facts import PublicFacts, of_no_place
from app.exchange.formats.yaml_file import cited
from app.exchange.tabled.cells import guarded
from app.exchange.tabled.filling import Cell, Filled, tables_of
from app.exchange.tabled.laying import ABOUT, PLACE
from app.exchange.tabled.workbook import workbook_of

LONGEST = 32_767
"""How many characters a cell of a workbook can hold."""
_WHENEVER = (2026, 1, 1, 0, 0, 0)
"""When the files in a zip say that they were made, so that the same place is always the same file."""


def workbook(public: PublicFacts) -> bytes:
    """Write a place as a workbook; DataRefused where a cell cannot hold what stands in it."""
    return workbook_of(about_of(public), _tables(public))


def csv_bundle(public: PublicFacts) -> bytes:
    """Write a place as a zip of CSV (RFC 4180, UTF-8 with a mark); DataRefused as for a workbook."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        _pack(packed, f"{ABOUT.lower()}.csv", about_of(public))
        for table in _tables(public):
            _pack(packed, table.kind.file, [table.kind.headings, *table.rows])
    return content.getvalue()


def lost(public: PublicFacts) -> tuple[Lost, ...]:
    """Tell what is not held: nothing."""
    return ()


def about_of(public: PublicFacts) -> list[tuple[str, str]]:
    """Return the lines of the first table: which place it is."""
    return [
        (PLACE, public.place),
        ("Name", public.name),
        ("From", f"{public.base}/{public.place}"),
    ]


def _tables(public: PublicFacts) -> list[Filled]:
    facts = cited(public)
    shared = DataSet(list(filter(of_no_place, facts.nodes)), facts.links)
    tables = tables_of(entries_of(facts, public.place), entries_of(shared, ""))
    for table in tables:
        for row in table.rows:
            if any(isinstance(cell, str) and len(cell) > LONGEST for cell in row):
                raise DataRefused(
                    f"What is recorded of '{row[0]}' is longer than a cell of a workbook can be: take the YAML file."
                )
    return tables


def _pack(packed: zipfile.ZipFile, name: str, rows: Sequence[Sequence[Cell]]) -> None:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([guarded(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    entry = zipfile.ZipInfo(name, _WHENEVER)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    packed.writestr(entry, b"\xef\xbb\xbf" + text.getvalue().encode("utf-8", "replace"))
