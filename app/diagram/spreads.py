"""The inside of a bar that is open: its rows side by side in columns, between the lines that pass through it."""

from collections.abc import Sequence
from dataclasses import replace

from app.diagram.bars import spans_of
from app.diagram.content import RosterRow
from app.diagram.geometry import PlacedBox, placed_row
from app.diagram.palette import Outline
from app.diagram.panels import STEP, PanelRow, least_width, measured

_WIDE = 210.0
"""A column of rows is about as wide as this where there is room; wider spans between lines have several."""
LEAST = 96.0
"""A span that is narrower has no column: names would break at every word."""
_EDGE = 1.0
_END = 10.0
"""Beside the ends of a bar that are cut or round."""


def with_rows(placed: PlacedBox) -> tuple[PlacedBox, float]:
    """Return a bar with its rows between the lines that pass, and how high it must be for them.

    They are all of its roster where it is open, else those for seats that no line leads to. Where no span between
    lines has room for a column, it has none.
    """
    it = placed.box
    columns = _columns(placed)
    if not columns:
        return placed, 0.0
    filled, high = _filled(it.roster if it.is_open else it.at_large, [width for _, width in columns])
    if not it.is_open:
        filled = [_as_high(its, high) for its in filled]
    top = round(placed.y - placed.height / 2, 2)
    rows = tuple(
        placed_row(row.moved(placed.head), left, top, width, placed.box.id)
        for (left, width), its in zip(columns, filled, strict=False)
        for row in its
    )
    spread = replace(placed, rows=rows) if it.is_open else replace(placed, notes=rows)
    return spread, placed.head + high + (STEP if it.is_open else 0.0)


def _as_high(rows: Sequence[PanelRow], high: float) -> list[PanelRow]:
    """Let a column's last row reach down as far as the others: under a shorter one a dark bar would show as a patch."""
    left = high - sum(row.height for row in rows)
    return [*rows[:-1], *(replace(row, height=row.height + left) for row in rows[-1:])]


def _columns(placed: PlacedBox) -> list[tuple[float, float]]:
    """Return where columns begin and how wide they are."""
    beside = _EDGE if placed.box.style.outline is Outline.SQUARE else _END
    ends = (placed.x - placed.width / 2, placed.x + placed.width / 2)
    columns = []
    for left, right in spans_of(placed):
        start = left + (beside if left == ends[0] else _EDGE)
        room = right - (beside if right == ends[1] else _EDGE) - start
        number = max(1, round(room / _WIDE)) if room >= LEAST else 0
        width = round(room / number, 1) if number else 0.0
        columns += [(round(start + width * place, 2), width) for place in range(number)]
    return columns


def _filled(rows: Sequence[RosterRow], widths: Sequence[float]) -> tuple[list[list[PanelRow]], float]:
    """Put rows into columns one after the other, none of which is higher than it must be; and say how high that is.

    A row whose words a column would cut goes to one that is wider.
    """
    high = STEP
    while (found := _within(rows, widths, high)) is None:
        high += STEP
    return found, high


def _within(rows: Sequence[RosterRow], widths: Sequence[float], high: float) -> list[list[PanelRow]] | None:
    columns: list[list[PanelRow]] = [[]]
    y, section = 0.0, ""
    for row in rows:
        while True:
            at = len(columns) - 1
            # What a row stands under is said again at the top of a column.
            new = bool(row.section) and (not columns[at] or row.section != section)
            it = measured(row, widths[at], with_section=new)
            fits = least_width(row) <= widths[at] or least_width(row) > max(widths)
            if fits and y + it.height <= high:
                break
            if len(columns) == len(widths):
                return None
            columns.append([])
            y = 0.0
        columns[at].append(it.moved(y))
        y += it.height
        section = row.section
    return columns
