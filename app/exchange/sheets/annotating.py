"""A spreadsheet comes back with what is wrong with it: each reason as a comment at its cell, and that cell in colour.

The workbook is written anew from what the cells say: text that stays text, so that nothing in it is a formula, a macro
or a link, whatever the file had.
"""

import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from app.domain.visible import visible
from app.exchange.problems import Problem
from app.exchange.sheets.cells import Sheet, letters

TO_PUT_RIGHT = "To put right"
"""The sheet that lists all reasons, which is written anew each time."""
_WHENEVER = datetime(2026, 1, 1, tzinfo=UTC)
_REFUSED, _DOUBTED = "#F8CBAD", "#FFF2CC"
_LONGEST, _LONGEST_COMMENT = 32_767, 8_000
_WIDEST, _NARROWEST = 40, 8
_MEASURED = 200
"""Rows by which a column's width is found."""


@dataclass(frozen=True, slots=True)
class _Reason:
    sheet: str
    row: int
    column: int
    says: str
    refused: bool


def annotated(sheets: Sequence[Sheet], problems: Iterable[Problem], doubts: Iterable[Problem] = ()) -> bytes:
    """Write sheets as XLSX with a comment at every cell that has a problem or a doubt, and a list of all of them."""
    reasons = [*_reasons(problems, refused=True), *_reasons(doubts, refused=False)]
    at: dict[tuple[str, int, int], list[_Reason]] = defaultdict(list)
    for reason in reasons:
        at[reason.sheet, reason.row, reason.column].append(reason)
    content = io.BytesIO()
    # Rows are written as they come, so that a long sheet takes no more memory than a short one.
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    import xlsxwriter  # not needed by whoever writes no workbook, and not small

    with xlsxwriter.Workbook(content, options) as book:
        book.set_properties({"created": _WHENEVER})
        formats = _Formats(book)
        _list(book.add_worksheet(TO_PUT_RIGHT), reasons, formats)
        for number, sheet in enumerate(sheets, 1):
            if sheet.name != TO_PUT_RIGHT:
                written = book.add_worksheet(sheet.name[:31] or f"Sheet {number}")
                own = {(row, column): those for (name, row, column), those in at.items() if name == visible(sheet.name)}
                _sheet(written, sheet, own, formats)
    return content.getvalue()


class _Formats:
    def __init__(self, book: Any) -> None:
        usual = {"text_wrap": True, "valign": "top", "num_format": "@"}
        self.plain = book.add_format(usual)
        self.bold = book.add_format(usual | {"bold": True})
        self.refused = book.add_format(usual | {"bg_color": _REFUSED, "border": 1})
        self.doubted = book.add_format(usual | {"bg_color": _DOUBTED, "border": 1})

    def of(self, reasons: Sequence[_Reason]) -> Any:
        """Return how a cell with some reasons looks."""
        if not reasons:
            return self.plain
        return self.refused if any(reason.refused for reason in reasons) else self.doubted


def _reasons(problems: Iterable[Problem], *, refused: bool) -> Iterator[_Reason]:
    for problem in problems:
        sheet = problem.spot.removeprefix("sheet ").rpartition(", ")[0] if problem.spot.startswith("sheet ") else ""
        found = f"found {problem.found}; " if problem.found else ""
        nearest = f" (did you mean {problem.nearest}?)" if problem.nearest else ""
        field = f"{problem.field}: " if problem.field else ""
        says = f"{field}{found}{problem.expected}{nearest}"
        yield _Reason(sheet, problem.line, problem.column, visible(says[:_LONGEST_COMMENT]), refused)


def _list(sheet: Any, reasons: Sequence[_Reason], formats: _Formats) -> None:
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 10)
    sheet.set_column(2, 2, 100)
    for column, heading in enumerate(("Where", "Cell", "Reason")):
        sheet.write_string(0, column, heading, formats.bold)
    for row, reason in enumerate(reasons, 1):
        cell = f"{letters(reason.column)}{reason.row}" if reason.row else ""
        for column, text in enumerate((reason.sheet, cell, reason.says)):
            sheet.write_string(row, column, text, formats.of([reason]))


def _sheet(into: Any, sheet: Sheet, reasons: dict[tuple[int, int], list[_Reason]], formats: _Formats) -> None:
    if sheet.hidden:
        into.hide()
    for column, width in enumerate(_widths(sheet)):
        into.set_column(column, column, width)
    by_row: dict[int, dict[int, list[_Reason]]] = defaultdict(dict)
    for (row, column), those in reasons.items():
        by_row[row][max(column, 1)] = those
    texts = {row.number: row.texts for row in sheet.rows}
    for number in sorted(texts.keys() | {row for row in by_row if row}):
        cells, said = texts.get(number, ()), by_row.get(number, {})
        for column in range(1, max(len(cells), *said, 0) + 1):
            text = cells[column - 1] if column <= len(cells) else ""
            those = said.get(column, [])
            if text or those:
                into.write_string(number - 1, column - 1, text[:_LONGEST], formats.of(those))
            if those:
                into.write_comment(
                    number - 1, column - 1, "\n".join(it.says for it in those), {"x_scale": 2, "y_scale": 1.5}
                )


def _widths(sheet: Sheet) -> list[int]:
    found: list[int] = []
    for row in sheet.rows[:_MEASURED]:
        found += [_NARROWEST] * (len(row.texts) - len(found))
        for column, text in enumerate(row.texts):
            found[column] = max(found[column], min(len(text) + 2, _WIDEST))
    return found
