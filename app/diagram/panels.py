"""The inside of a board that is open: its name, and under it a row for each seat, measured with the map's font."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from app.diagram import text
from app.diagram.content import Box, RosterRow
from app.diagram.palette import Outline

PANEL = 250.0
"""How wide a board is that is open."""
STEP = 5.0
"""Heights of rows are whole numbers of these, so that all lines that end at rows stand on one grid."""
END = 2.0
"""From the last row to the lower edge."""
_LINE = 15.0
_CHIP_AT = 11.0
_WORDS_AT = 21.0
COUNTED = 12.0
"""What the number of several seats takes beside their chip."""
_COUNTED_AT = _WORDS_AT + COUNTED
_BETWEEN_WORDS = 6.0
_MARGIN = 8.0
HEXAGON_END = 9.0
NARROW = 150.0
"""A column narrower than this leaves less beside its words."""
_LESS = 5.0
_SIGN = 18.0
_MOST_LINES = 6

Look = Literal["whom", "who", "section"]


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a row, on one line, from their left; `y` is their baseline."""

    text: str
    x: float
    y: float
    look: Look


@dataclass(frozen=True, slots=True)
class PanelRow:
    """A row as it is measured, from the upper left corner of the panel."""

    row: RosterRow
    top: float
    height: float
    middle: float
    """How high its chip is, and the end of its line."""
    chip_at: float
    words: tuple[Words, ...]

    def moved(self, down: float) -> "PanelRow":
        """Return it so much farther down."""
        words = tuple(replace(each, y=each.y + down) for each in self.words)
        return replace(self, top=self.top + down, middle=self.middle + down, words=words)


@dataclass(frozen=True, slots=True)
class Panel:
    """A board that is open, as it is measured."""

    name: tuple[str, ...]
    head: float
    """How high the part is that has the name."""
    rows: tuple[PanelRow, ...]
    height: float

    def middle_of(self, row_id: str) -> float:
        """Return how far under the upper edge lines end that lead to a row."""
        return next((row.middle for row in self.rows if row.row.id == row_id), self.head / 2)


@lru_cache(maxsize=512)
def panel_of(box: Box, width: float, least_head: float = 0.0) -> Panel:
    """Measure a board that is open, `width` wide; its head is at least so high that other lines can end there."""
    name = text.balanced(box.name, width - 2 * _SIGN, bold=True)
    head = stepped(max(len(name) * text.LINE_HEIGHT + 8, least_head))
    rows: list[PanelRow] = []
    y, section = head, ""
    for row in box.roster:
        rows.append(measured(row, width, with_section=row.section != section and bool(row.section)).moved(y))
        section = row.section
        y += rows[-1].height
    return Panel(name, head, tuple(rows), y + END)


def beside_rows(box: Box) -> float:
    """Return how far the rows of a board stand from its sides: those of a hexagon lean inwards."""
    return HEXAGON_END if box.style.outline is Outline.HEXAGON else 0.0


def notes_of(rows: Sequence[RosterRow], width: float, head: float, below: float = 0.0) -> Panel:
    """Measure the rows that a closed board has under its name, which takes `head`; under the last is room."""
    placed: list[PanelRow] = []
    y = head
    for row in rows:
        placed.append(measured(row, width, with_section=False).moved(y))
        y += placed[-1].height
    placed[-1] = replace(placed[-1], height=placed[-1].height + below)
    return Panel((), head, tuple(placed), round(y + below + END, 1))


@lru_cache(maxsize=4096)
def measured(row: RosterRow, width: float, *, with_section: bool) -> PanelRow:
    """Measure a row that stands at the top of a panel, or of a column of one; with what it stands under, if asked."""
    less = _LESS if width < NARROW else 0.0
    start = (_MARGIN if not row.chip else _COUNTED_AT if row.chip.number > 1 else _WORDS_AT) - less
    room = width - start - _MARGIN + less
    words: list[Words] = []
    baseline = 3 + text.SIZE * 0.88
    if with_section:
        words.append(Words(_cut(row.section, width - 2 * _MARGIN), _MARGIN, baseline, "section"))
        baseline += _LINE
    first = baseline
    whom = text.wrapped(row.whom, room, bold=True, most=_MOST_LINES) if row.whom else ()
    wide = text.width("".join(whom), bold=True) + _BETWEEN_WORDS
    for line in whom:
        words.append(Words(line, start, baseline, "whom"))
        baseline += _LINE
    if row.who and len(whom) == 1 and wide + text.width(row.who) <= room:
        words.append(Words(row.who, round(start + wide, 2), first, "who"))
    elif row.who:
        for line in text.wrapped(row.who, room, most=_MOST_LINES):
            words.append(Words(line, start, baseline, "who"))
            baseline += _LINE
    lines = round((baseline - first) / _LINE) + with_section
    return PanelRow(row, 0.0, stepped(lines * _LINE + STEP), first - text.SIZE * 0.35, _CHIP_AT - less, tuple(words))


def least_width(row: RosterRow) -> float:
    """Return how wide a column must be for no word of a row to be cut."""
    words = [text.width(word, bold=True) for word in row.whom.split()]
    words += [text.width(word) for word in row.who.split()]
    start = _MARGIN if not row.chip else _COUNTED_AT if row.chip.number > 1 else _WORDS_AT
    wide = max(words, default=0.0) + start + _MARGIN
    return wide - 2 * _LESS if wide - 2 * _LESS < NARROW else wide


def _cut(words: str, room: float) -> str:
    return text.wrapped(words, room, bold=True, most=1)[0]


def stepped(height: float) -> float:
    """Return the next whole number of steps."""
    return -(-height // STEP) * STEP
