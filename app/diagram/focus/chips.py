"""Seats at the end of a line, one chip each as long as they are few; then one chip a mark, with its number."""

from collections.abc import Sequence
from dataclasses import replace

from app.diagram import text
from app.diagram.badges import SMALL
from app.diagram.content import Edge
from app.diagram.geometry import CHIP, PlacedBox, PlacedChip
from app.diagram.marks import Chip

_MOST_SINGLE = 6
_STEP = CHIP + 2.0


def row_of(edge: Edge) -> list[Chip]:
    """Return a line's chips in a row."""
    if edge.number > _MOST_SINGLE:
        return list(edge.chips)
    return [replace(chip, number=1) for chip in edge.chips for _ in range(chip.number)]


def row_width(edge: Edge) -> float:
    """Return how long a line's chips are, numbers included."""
    return sum(_width(chip) for chip in row_of(edge))


def placed_row(edge: Edge, x: float, y: float, *, to_right: bool) -> list[PlacedChip]:
    """Put a line's chips between where it ends and the side of a box at `x`, which lies to the right or left."""
    left = x - row_width(edge) if to_right else x + _STEP - CHIP
    placed = []
    for chip in row_of(edge):
        placed.append(PlacedChip(chip, round(left + CHIP / 2, 1), y, edge.id))
        left += _width(chip)
    return placed


def moved_row(edge: Edge, placed: Edge, row: Sequence[PlacedChip], *, to_right: bool) -> tuple[list[PlacedChip], float]:
    """Put a line's chips where a row of others stands, that of the line as it was `placed`; with where the line ends.

    Both rows stand at the side of the same box.
    """
    first = row[0].x - CHIP / 2
    side = first + row_width(placed) if to_right else first - (_STEP - CHIP)
    own = placed_row(edge, side, row[0].y, to_right=to_right)
    if not own:
        return [], round(side, 1)
    return own, (own[0] if to_right else own[-1]).x


def hanging(placed: PlacedBox) -> list[PlacedChip]:
    """Hang seats for people at large under their box."""
    chips = placed.box.chips
    left = placed.x - (len(chips) - 1) * 14
    y = round(placed.y + placed.height / 2 + CHIP / 2, 1)
    return [PlacedChip(chip, round(left + place * 28, 1), y, placed.box.id) for place, chip in enumerate(chips)]


def _width(chip: Chip) -> float:
    return _STEP + (text.width(str(chip.number), size=SMALL) + 2 if chip.number > 1 else 0.0)
