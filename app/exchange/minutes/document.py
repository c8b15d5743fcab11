"""Minutes as text: lines of cells, with a tab between the cells of a row, so that an offset tells a place."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

CELL = "\t"
PARAGRAPH = "\u2028"
"""What parts the paragraphs of one cell."""
MAX_BYTES = 5_000_000
"""Of one file."""
MAX_TEXT = 200_000
"""Characters of one document: more than the minutes of any meeting."""
MAX_LINES = 5_000
MAX_CELL = 4_000
"""Characters of a cell, or of a line without cells, that are looked through: more is no list, and no passage."""
MAX_CELLS = 40
"""Cells of a line that are looked through."""
MOST = 400
"""Finds of a kind: at no meeting were more people, and none gave so much to do."""
_BLANKS = re.compile(r"[^\S\t\n\u2028]+")
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Soft hyphens, joiners and marks of direction: nobody sees them, and names with them would be others."""


class Unreadable(Exception):
    """A file that is no minutes anybody could read; its message is one sentence for whoever gave it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text, with where it stands in the document."""

    text: str
    start: int
    column: int = 0

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)

    def __bool__(self) -> bool:
        """Whether it says anything."""
        return bool(self.text)

    def part(self, start: int, end: int | None = None) -> "Piece":
        """Return what stands between two places of it, without blanks around it."""
        text = self.text[start:end]
        begun = start + len(text) - len(text.lstrip())
        return Piece(text.strip(), self.start + begun, self.column)

    def split(self, pattern: "re.Pattern[str]") -> list["Piece"]:
        """Return what stands between the matches of a pattern, as far as it says anything."""
        found, at = [], 0
        for match in pattern.finditer(self.text):
            found.append(self.part(at, match.start()))
            at = match.end()
        return [piece for piece in (*found, self.part(at)) if piece]

    def paragraphs(self) -> list["Piece"]:
        """Return the paragraphs of a cell."""
        return self.split(_PARAGRAPH)


_PARAGRAPH = re.compile(PARAGRAPH)


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or a row of a table."""

    number: int
    """Counted from 1."""
    start: int
    text: str
    cells: tuple[Piece, ...]
    """Those that say something, each with its column from 0."""

    @property
    def is_row(self) -> bool:
        """Tell whether it has several cells."""
        return len(self.cells) > 1

    @property
    def whole(self) -> Piece:
        """The line as one piece, with blanks between its cells."""
        text = self.text.replace(CELL, " ").replace(PARAGRAPH, " ").strip()[:MAX_CELL]
        return Piece(text, self.start + _indent(self.text))


@dataclass(frozen=True)
class Document:
    """The text of some minutes."""

    text: str

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Its lines, the empty ones among them: they part what stands between them."""
        return tuple(_lines(self.text))

    def line_at(self, offset: int) -> int:
        """Return the number of the line that something stands in."""
        return self.text.count("\n", 0, offset) + 1

    def cell_at(self, offset: int) -> int:
        """Return the number of the cell within its line, counted from 1."""
        return self.text.count(CELL, self.text.rfind("\n", 0, offset) + 1, offset) + 1


def document_of(text: str) -> Document:
    """Make a document of text as a reader gives it; Unreadable where there is none, or more than of any minutes."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _UNSEEN.sub("", text).replace("\f", "\n").replace("\v", "\n")
    text = "".join(letter for letter in text if letter in "\n\t\u2028" or letter.isprintable() or letter.isspace())
    lines = [_BLANKS.sub(" ", line).rstrip() for line in text.split("\n")]
    text = "\n".join(lines).rstrip("\n")
    if not any(letter.isalpha() for letter in text):
        raise Unreadable("has no text in it: if it is a scan, have its text recognized first, or type it in")
    if len(text) > MAX_TEXT or text.count("\n") >= MAX_LINES:
        raise Unreadable(f"has more text than the minutes of a meeting: at most {MAX_TEXT:,} characters are read")
    return Document(text)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _lines(text: str) -> Iterator[Line]:
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        cells, at = [], start
        for column, cell in enumerate(line.split(CELL, MAX_CELLS)[:MAX_CELLS]):
            if stripped := cell.strip()[:MAX_CELL]:
                cells.append(Piece(stripped, at + _indent(cell), column))
            at += len(cell) + 1
        yield Line(number, start, line, tuple(cells))
        start += len(line) + 1
