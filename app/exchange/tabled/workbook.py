"""Tables as a workbook to work in: headings that say what belongs there, words to choose from, text that stays text."""

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from app.exchange.sheets.cells import letters
from app.exchange.tabled.filling import Cell, Filled
from app.exchange.tabled.kinds import OWNER, Column
from app.exchange.tabled.laying import ABOUT

_WHENEVER = datetime(2026, 1, 1, tzinfo=UTC)
"""When it says that it was made, so that the same place is always the same file."""
_SPARE = 500
"""Rows below the last one for which cells offer words to choose from."""
_WIDEST, _NARROWEST = 48, 10
_WORDS = "Words"
"""The hidden sheet with words to choose from."""
_LONGEST_LIST = 255
"""Characters of a list of words within a cell's own rule."""
_NOTES = (
    "A sheet for each sort of entry, a row an entry. What an entry lists with facts of its own, such as who holds a"
    f" seat, is a sheet beside it: '{OWNER}' has the id of the entry.",
    "Several values stand in one cell, a line each (Alt and Enter).",
    "Where it comes from stands under Cites: the source's id, a comma, and where in it.",
    "Leave a cell empty where nobody says: that is recorded as not known, never as no.",
    "Dates: 2026, 2026-03 or 2026-03-14.",
    "To record it: partnerships import FILE --preview, or the page Import of the site.",
    "What has no row any more stays as it is recorded.",
)
_OF_AN_ID = "An id: lower case, with hyphens, such as council-on-ageing. Others are mentioned by it."


def workbook_of(about: Sequence[tuple[str, str]], tables: Sequence[Filled], notes: Sequence[str] = ()) -> bytes:
    """Write tables as XLSX, a sheet each, after one that says what it is."""
    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    import xlsxwriter  # not needed by whoever writes no workbook, and not small

    with xlsxwriter.Workbook(content, options) as book:
        book.set_properties({"created": _WHENEVER})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        text = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        first = book.add_worksheet(ABOUT)
        first.set_column(0, 0, 16, text)
        first.set_column(1, 1, 100, text)
        for row, (name, said) in enumerate([*about, *(("", note) for note in (*notes, *_NOTES))]):
            first.write_string(row, 0, name, bold)
            first.write_string(row, 1, said, text)
        sheets = [(book.add_worksheet(table.kind.title), table) for table in tables]
        words = _Words(book)
        for sheet, table in sheets:
            _sheet(sheet, table, bold, text, words)
    return content.getvalue()


class _Words:
    """The words to choose from; long lists of them stand in a hidden sheet, since a cell's own list is a short one."""

    def __init__(self, book: Any) -> None:
        self._sheet = book.add_worksheet(_WORDS)
        self._sheet.hide()
        self._at: dict[tuple[str, ...], str] = {}

    def source(self, words: tuple[str, ...]) -> list[str] | str:
        """Return what a cell's list is made of."""
        if len(",".join(words)) <= _LONGEST_LIST:
            return list(words)
        if words not in self._at:
            column = len(self._at)
            for row, word in enumerate(words):
                self._sheet.write_string(row, column, word)
            letter = letters(column + 1)
            self._at[words] = f"={_WORDS}!${letter}$1:${letter}${len(words)}"
        return self._at[words]


def _sheet(sheet: Any, table: Filled, bold: Any, text: Any, words: _Words) -> None:
    kind = table.kind
    owner = [None] if kind.inner else []
    for at, (heading, column) in enumerate(zip(kind.headings, [*owner, *kind.columns], strict=True)):
        # Text by its format, too, so that 2009-03 which somebody types is not made a day.
        sheet.set_column(at, at, _width(heading, [row[at] for row in table.rows]), text)
        sheet.write_string(0, at, heading, bold)
        sheet.write_comment(0, at, _says(column, kind.section), {"x_scale": 2})
        if column and column.words and not column.is_list:
            choice = {"validate": "list", "source": words.source(column.words), "error_type": "information"}
            sheet.data_validation(1, at, len(table.rows) + _SPARE, at, choice | {"show_error": False})
    for number, row in enumerate(table.rows, 1):
        for at, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(number, at, cell, text)
            elif isinstance(cell, float) and float(f"{cell:.16G}") != cell:
                sheet.write_string(number, at, repr(cell), text)  # more digits than a workbook writes of a number
            elif cell is not None:
                sheet.write_number(number, at, cell, text)
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)


def _says(column: Column | None, section: str) -> str:
    if column is None:
        return f"The id of the entry in the sheet of {section}."
    several = " Several: a line each." if column.is_list else ""
    words = f" One of: {', '.join(column.words)}." if column.words else ""
    beside = " What has more to say has a row in the sheet of that name." if column.inner else ""
    says = column.says or (_OF_AN_ID if column.field == "id" else f"{column.heading}, as docs/data-format.md has it.")
    return f"{says}{words}{several}{beside}"


def _width(heading: str, cells: Sequence[Cell]) -> int:
    texts = [heading, *(str(cell) for cell in cells if cell is not None)]
    longest = max(len(line) for text in texts for line in text[:400].split("\n"))
    return max(_NARROWEST, min(longest + 2, _WIDEST))
