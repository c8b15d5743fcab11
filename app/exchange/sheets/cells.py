"""Cells of a sheet as text, and where each stands."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

MAX_BYTES = 25_000_000
"""Of one file."""
MAX_ROWS = 100_500
"""Rows with anything in them, of all sheets together: 100,000 of lists, with what stands above them."""
AT_ONCE = 1_000
"""Rows, or entries, after which it is told how far they are read."""
Counted = Callable[[int, int], None]
"""Is told how many there are so far, and in all."""
MAX_COLUMNS = 100
MAX_TEXT = 4_000
"""Characters of one cell."""


def nobody_counts(done: int, whole: int) -> None:
    """Tell nobody."""


class Unreadable(Exception):
    """A file that is no sheet anybody could read; its message is one sentence for whoever gave it."""


class Spot(NamedTuple):
    """Where something stands: rows and columns count from 1, and a file of one sheet has no name for it."""

    sheet: str
    row: int
    column: int = 1
    heading: str = ""

    def __str__(self) -> str:
        """Write it as spreadsheets do: `sheet Seats, C7`."""
        cell = f"{letters(self.column)}{self.row}"
        return f"sheet {self.sheet}, {cell}" if self.sheet else cell


class Cell(NamedTuple):
    """What a cell says, as text: a day as 2009-03-14, a number as it is written, a tick box as yes or no."""

    text: str
    spot: Spot

    def __bool__(self) -> bool:
        """Whether it says anything."""
        return bool(self.text)

    def part(self, text: str) -> "Cell":
        """Return a part of what it says, which stands where it does."""
        return Cell(text.strip(), self.spot)


@dataclass(frozen=True, slots=True)
class Row:
    """A row with anything in it."""

    number: int
    texts: tuple[str, ...]

    def filled(self) -> list[tuple[int, str]]:
        """List the cells that say something, each with its column from 0."""
        return [(column, text) for column, text in enumerate(self.texts) if text]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's rows, without the empty ones."""

    name: str
    rows: tuple[Row, ...]
    hidden: bool = False


def letters(column: int) -> str:
    """Name a column as spreadsheets do: C for 3, AA for 27."""
    found = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def tidied(text: str) -> str:
    """Return a cell's text without blanks around it, and with single ones inside its lines."""
    if text.isprintable():  # then it has one line, and no blanks but plain ones
        return " ".join(text.split())
    lines = (" ".join(line.split()) for line in text.replace("\xa0", " ").splitlines())
    return "\n".join(line for line in lines if line)


class Tidying:
    """Tidies the cells of a file, in which most texts come again: such are worked out, and kept, once."""

    MOST, LONGEST = 20_000, 200
    """Texts that are remembered, and their letters."""

    def __init__(self) -> None:
        """Begin with none."""
        self._known: dict[str, str] = {}

    def text(self, text: str) -> str:
        """Return a cell's text as `tidied` does."""
        known = self._known.get(text)
        if known is not None:
            return known
        known = tidied(text)
        if len(text) <= self.LONGEST:
            if len(self._known) >= self.MOST:
                self._known.clear()
            self._known[text] = known
        return known
