"""A table as a file: CSV for any program, XLSX for those who work in a spreadsheet, JSON for those who write programs.

What a cell says is only ever text or a number: a name such as `=HYPERLINK(...)` is not run by what opens it.
"""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import orjson

Cell = str | int | float | None

_RUN = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the start of a formula when it reads CSV (OWASP, CSV injection)."""
_WIDEST = 60
_WHENEVER = datetime(2026, 1, 1, tzinfo=UTC)
"""When a workbook says that it was made, so that the same table is always the same file."""
_LONGEST = 32_767
"""How many characters a cell of a workbook can hold."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings; None is an empty cell."""

    title: str
    """Names the sheet of a workbook; what a sheet's name cannot hold is left out of it."""
    headings: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]


def as_csv(table: Table) -> bytes:
    """Write a table as CSV (RFC 4180, UTF-8 with a mark by which spreadsheets know it)."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(table.headings)
    writer.writerows([_harmless(cell) for cell in row] for row in table.rows)
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def as_json(table: Table) -> bytes:
    """Write a table as JSON: its title, its columns in their order, and each row by their headings."""
    rows = [dict(zip(table.headings, row, strict=True)) for row in table.rows]
    return orjson.dumps({"title": table.title, "columns": table.headings, "rows": rows})


def as_xlsx(tables: Sequence[Table]) -> bytes:
    """Write tables as a workbook, a sheet each, headings kept in sight and ready to be filtered."""
    content = io.BytesIO()
    # Strings stay strings: no formula, no link, no number is read out of a name.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    import xlsxwriter  # not needed by whoever writes no workbook, and not small

    with xlsxwriter.Workbook(content, options) as book:
        book.set_properties({"created": _WHENEVER})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        plain = book.add_format({"text_wrap": True, "valign": "top"})
        for number, table in enumerate(tables, 1):
            sheet = book.add_worksheet(_sheet_name(table.title, number))
            for column, heading in enumerate(table.headings):
                sheet.write_string(0, column, heading, bold)
                sheet.set_column(column, column, _width(table, column))
            for line, row in enumerate(table.rows, 1):
                for column, cell in enumerate(row):
                    if isinstance(cell, str):
                        sheet.write_string(line, column, cell[:_LONGEST], plain)
                    elif cell is not None:
                        sheet.write_number(line, column, cell, plain)
            sheet.freeze_panes(1, 1)
            sheet.autofilter(0, 0, len(table.rows), len(table.headings) - 1)
    return content.getvalue()


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_RUN) else cell


def _width(table: Table, column: int) -> int:
    texts = [table.headings[column], *(str(row[column] or "") for row in table.rows)]
    return min(max(len(line) for text in texts for line in text.split("\n")) + 2, _WIDEST)


def _sheet_name(title: str, number: int) -> str:
    # A workbook refuses these characters, names over 31 characters, and two sheets of one name.
    plain = "".join(letter for letter in title if letter.isprintable() and letter not in "[]:*?/\\'").strip() or "Table"
    return plain[:31] if number == 1 else f"{plain[:27]} {number}"
