"""Where everything of a picture stands: what any layout gives, and both drawings take."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from app.diagram import text
from app.diagram.content import Box, Edge, RosterRow
from app.diagram.marks import Chip
from app.diagram.palette import Outline
from app.diagram.panels import Panel, PanelRow, Words

Point = tuple[float, float]

BOX_WIDTH = 118.0
GOOD_LINES = 4
"""A name that needs more gets a wider box."""
BAR_HEIGHT = 30.0
BAR_WIDTH = 320.0
GAP = 8.0
TOGGLE = 14.0
CHIP = 9.0
"""Across, as the lines' ends on boards are drawn."""

_SIDE_ROOM = {Outline.HEXAGON: 26.0, Outline.PILL: 16.0, Outline.ELLIPSE: 30.0, Outline.OCTAGON: 14.0}


@dataclass(frozen=True, slots=True)
class PlacedChip:
    """A chip at its centre; `owner` is the edge or box it belongs to."""

    chip: Chip
    x: float
    y: float
    owner: str


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row of a board that is open: its left upper corner, its words, and the chip of its seat."""

    row: RosterRow
    x: float
    y: float
    width: float
    height: float
    words: tuple[Words, ...]
    chip: PlacedChip | None


@dataclass(frozen=True, slots=True)
class PlacedBox:
    """A box round its centre, with its name broken into lines."""

    box: Box
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]
    gaps: tuple[float, ...] = ()
    """Where lines pass through a bar: the middles of the gaps in it, each GAP wide."""
    head: float = 0.0
    """How high the part with the name is of a board that has rows; 0 of any other."""
    rows: tuple[PlacedRow, ...] = ()
    notes: tuple[PlacedRow, ...] = ()
    """Rows of a closed board for seats that no line leads to."""
    can_open: bool = False
    """Whether it opens into who sits on it, or is open."""
    is_bar: bool = False
    """Whether it reaches across columns, so that lines may pass through it."""

    @property
    def name_y(self) -> float:
        """Where the middle of the name is."""
        return round(self.y - self.height / 2 + self.head / 2, 2) if self.head else self.y


@dataclass(frozen=True, slots=True)
class Route:
    """A line's corners, from the outline of its first box to that of its second."""

    edge: Edge
    points: tuple[Point, ...]
    trunk: str = ""
    """Lines with the same trunk run together for a part of their way, and are painted in one go: twice is thicker."""
    shares_end: bool = False
    """Whether the others join it on its way, rather than leave it: dashes then start at its end, to fall together."""

    at_row: bool = False
    """Whether the seat has its mark in a row of its board, so that an arrow says at which end of the line that is."""

    @property
    def end(self) -> str:
        """How the line ends: as its style does, or at a row."""
        return "row" if self.at_row else self.edge.style.end

    @property
    def drawn_points(self) -> tuple[Point, ...]:
        """The corners in the order they are painted."""
        return self.points[::-1] if self.shares_end else self.points


@dataclass(frozen=True, slots=True)
class Column:
    """A stripe of the map: the bodies of one theme, under its name."""

    key: str
    """The theme's id, or one made from its bodies where themes are computed."""
    lines: tuple[str, ...]
    """Its name, broken to its width; the first baseline is a line's height below `top`."""
    left: float
    top: float
    width: float
    height: float
    is_alternate: bool
    """Whether it is one of the lightly filled ones."""
    middle: float
    """Where its name is centred: over its boxes, so that no line beside them runs through it."""
    is_folded: bool = False
    """Whether its bodies are folded into one box that opens it."""


@dataclass(frozen=True, slots=True)
class Label:
    """Words beside a line; they never touch one."""

    owner: str
    """The edge they belong to, or '' for a heading of the drawing."""
    lines: tuple[str, ...]
    x: float
    y: float
    """The first line's baseline."""
    anchor: Literal["start", "middle", "end"] = "start"
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Geometry:
    """A whole drawing, from 0, 0 at the top left, in units of about a pixel."""

    width: float
    height: float
    boxes: tuple[PlacedBox, ...]
    routes: tuple[Route, ...]
    chips: tuple[PlacedChip, ...]
    columns: tuple[Column, ...] = ()
    labels: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class Size:
    """How much room a box takes, and its name in lines."""

    width: float
    height: float
    lines: tuple[str, ...]


def size_of(box: Box, least_width: float = 0.0) -> Size:
    """Measure a box; it is never narrower than `least_width`, which is what its lines need to arrive side by side."""
    bold = box.style.bold or box.is_focus
    if box.style.key == "lsp":
        width = max(BAR_WIDTH, least_width)
        named = text.balanced(box.name, width - 16, bold=True)
        return Size(width, max(BAR_HEIGHT, _height(named)), named)
    lines: tuple[str, ...] = ()
    width = 0.0
    for tried in (1.25,) if box.is_focus else (1.0, 1.2, 1.45):
        width = max(BOX_WIDTH * tried, least_width)
        lines = text.balanced(box.name, width - _SIDE_ROOM.get(box.style.outline, 12), bold=bold)
        if len(lines) <= GOOD_LINES:
            break
    padding = 10 if box.style.outline is Outline.ELLIPSE else 0
    return Size(width, _height(lines) + padding, lines)


def placed_rows(panel: Panel, left: float, top: float, width: float, owner: str) -> tuple[PlacedRow, ...]:
    """Put the rows of a board that is open where it stands."""
    return tuple(placed_row(each, left, top, width, owner) for each in panel.rows)


def placed_row(row: PanelRow, left: float, top: float, width: float, owner: str) -> PlacedRow:
    """Put a row of a board, or of a column of it, where that stands."""
    return PlacedRow(
        row.row,
        left,
        round(top + row.top, 2),
        width,
        row.height,
        tuple(replace(w, x=round(left + w.x, 2), y=round(top + w.y, 2)) for w in row.words),
        PlacedChip(row.row.chip, round(left + row.chip_at, 2), round(top + row.middle, 2), owner)
        if row.row.chip
        else None,
    )


def _height(lines: tuple[str, ...]) -> float:
    return round(len(lines) * text.LINE_HEIGHT + 9, 1)


def is_filled(trunk: Sequence[Route]) -> bool:
    """Tell whether the ends of lines that are painted in one go are filled, and not only stroked."""
    return any(route.end in {"filled", "row"} for route in trunk)


def trunks_of(routes: Sequence[Route]) -> list[list[Route]]:
    """Return the lines, those together that are to be painted in one go."""
    trunks: dict[str, list[Route]] = {}
    for route in routes:
        trunks.setdefault(route.trunk or route.edge.id, []).append(route)
    return list(trunks.values())
