"""The rows of a sheet under their headings: which body each is of, what stands above all of them, what is not read."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from app.domain.english import capitalized, listed
from app.domain.folding import folded
from app.exchange.sheets.bodies import is_called_like_a_body, is_the_name_of_a_body
from app.exchange.sheets.cells import MAX_COLUMNS, MAX_TEXT, Cell, Row, Sheet, Spot, Unreadable
from app.exchange.sheets.dates import date_in
from app.exchange.sheets.headings import MEETING, SEATS, Chosen, Headings, headings_in, said_above, without_headings
from app.exchange.sheets.marks import Meaning, marks_told
from app.exchange.sheets.wording import attendance_in

_DATE_INSIDE = re.compile(r"\d{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]{3,9}\.?,?\s+\d{4}|\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d\d-\d\d")
_LOOKED_AT = 50
"""Rows below a row of headings that tell what its columns say."""
_SUMS = frozenset({"total", "totals", "sum", "count", "number of seats", "total seats", "total number of seats", "key"})
"""What a row begins with that is about the others."""
_MOST_LATELY = 4_000
"""Beginnings of rows of which it is remembered what they are: most come again."""
_NOTHING: Mapping[str, Cell] = MappingProxyType({})
_SUM = re.compile(
    r"(?:(?:grand )?total|number|no|sum|count)s? (?:of )?(?:\w+ )?(?:present|attend\w*|members|apologies|seats)"
)
_AROUND = re.compile(
    r"^(?:(?:minutes|attendance|notes|list|members(?:hip)?)\s+(?:list\s+)?(?:of|at|for|on)\s+)*(?:the\s+)?"
    r"(?:meeting\s+of\s+)?(?:the\s+)?|"
    r"[\s,:–—-]*(?:(?:meeting\s+)?held\s+)?(?:on\s*)?$|[\s,:–—-]+(?:members(?:hip)?(?:\s+list)?"
    r"(?:\s+(?:as\s+)?(?:at|of|from|in)\b(?:\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)?)?|minutes|meeting"
    r"|(?:register of )?attendance(?:\s+(?:list|record|register|sheet|log))?|who (?:came|attended|was there))"
    r"(?:[\s,:–—-]+\d{4}(?:[/–-]\d{2,4})?)?$",
    re.IGNORECASE,
)

_MEMBERSHIP = re.compile(r"\bmember(?:s|ship)\b", re.IGNORECASE)
"""What a title says that is about the members of a body."""
_YEAR_BEHIND = re.compile(r"[\s,:–—-]+\d{4}(?:\s*[/–-]\s*\d{2,4})?\s*$")
_SECTION = re.compile(r"(?:section|part|category|schedule)\s+(?:\d+|[a-z]|[ivx]+)\b", re.IGNORECASE)
"""How a line begins that divides the rows of one list."""


class RowAt(NamedTuple):
    """Where a row stands: kept of each of many, so it holds no more than it takes to say where its cells are."""

    sheet: str
    number: int
    """From 1."""
    first: int
    """The column, from 0, of its first cell that says something."""
    headings: Headings

    @property
    def where(self) -> Spot:
        """The row's first cell that says something."""
        return Spot(self.sheet, self.number, self.first + 1)

    def spot(self, name: str) -> Spot:
        """Return where a column's cell is, whether or not it says anything."""
        column = self.headings.columns.get(name)
        if column is None:
            return self.where
        return Spot(self.sheet, self.number, column + 1, self.headings.words[column])


class Record(NamedTuple):
    """A row under its headings."""

    at: RowAt
    texts: tuple[str, ...]
    held: Mapping[str, Cell]
    """What lines above say of it: its board, how those in it came."""
    source_above: Cell | None
    """The last source that a row above names: one that stands once holds for the rows below."""

    @property
    def number(self) -> int:
        """Its number, from 1."""
        return self.at.number

    @property
    def where(self) -> Spot:
        """The row's first cell that says something."""
        return self.at.where

    @property
    def place(self) -> str:
        """Where it is in its file: `sheet Seats, row 7`."""
        sheet = f"sheet {self.at.sheet}, " if self.at.sheet else ""
        return f"{sheet}row {self.number}"

    @property
    def says(self) -> set[str]:
        """The columns in which it says something."""
        return {name for name in (*self.at.headings.columns, *self.held) if self.text(name)}

    def spot(self, name: str) -> Spot:
        """Return where a column's cell is, whether or not it says anything."""
        return self.at.spot(name)

    def text(self, name: str) -> str:
        """Return the text of what a column says: of most cells it need not be known where they stand."""
        at, texts, held, _ = self
        if held and name in held:
            return held[name].text
        column = at.headings.columns.get(name)
        return texts[column] if column is not None and column < len(texts) else ""

    def cell(self, name: str) -> Cell:
        """Return what a column says; an empty cell where it says nothing."""
        return self.held[name] if name in self.held else Cell(self.text(name), self.spot(name))


@dataclass(slots=True)
class Block:
    """Rows under one row of headings."""

    kind: str
    sheet: str
    headings: Headings
    row: int
    """The number of the row of headings."""
    above: dict[str, Cell]
    """What stands above the headings of the sheet as a whole."""
    records: list[Record] = field(default_factory=list)
    marks: Mapping[str, Meaning] = field(default_factory=dict)
    """What the key of the sheet says that marks mean."""
    read: frozenset[int] = field(init=False)
    """The columns that are read."""

    def __post_init__(self) -> None:
        """Look at the headings once."""
        self.read = frozenset(self.headings.columns.values())


def blocks_in(
    sheets: Sequence[Sheet], is_known: Callable[[str], bool], notes: list[str], chosen: Chosen | None = None
) -> list[Block]:
    """Return the tables of seats and of meetings; `notes` is told what is not read. Unreadable where there are none.

    `is_known` tells whether a text is the name of a body that is recorded; `chosen` is what somebody said of columns.
    """
    found: list[Block] = []
    for sheet in sheets:
        if sheet.hidden:
            notes.append(f"Sheet {sheet.name} is hidden, and not read.")
            continue
        blocks = _Sheet(sheet, is_known, notes, chosen or {}).blocks
        if not blocks and sheet.rows and sheet.name:
            notes.append(f"Sheet {sheet.name} is not read: it has no row of headings such as Board, Seat, Held by.")
        found += blocks
    if not found:
        raise Unreadable("has no row of headings: one such as Board, Seat, Held by, or Name, For, Present / Apologies")
    return found


def _is_a_sum(text: str) -> bool:
    """Tell whether a row that begins so is about the others."""
    first = folded(text)
    return first in _SUMS or bool(_SUM.fullmatch(first))


class _Sheet:
    def __init__(self, sheet: Sheet, is_known: Callable[[str], bool], notes: list[str], chosen: Chosen) -> None:
        self.sheet, self.is_known, self.notes, self.chosen = sheet, is_known, notes, chosen
        self.blocks: list[Block] = []
        self.above: dict[str, Cell] = {}
        self.board: Cell | None = None
        self.of_whole: bool = False
        """Whether a title says whose members all rows are: lines between them divide these and name no other board."""
        self.held: dict[str, Cell] = {}
        """What rows hold of the board above them: those below one line share it."""
        self.how: Cell | None = None
        """A row with only `Apologies` in it, which holds for the rows below."""
        self.last: Row | None = None
        self.named: Cell | None = None
        """A line with nothing but the name of a body, below which nothing stands yet."""
        self.told: list[str] = []
        """What was told of the last row of headings."""
        self.headless: set[int] = set()
        """Columns that say something under no heading."""
        self.marks: dict[str, Meaning] = {}
        self.is_a_sum = lru_cache(_MOST_LATELY)(_is_a_sum)
        if bare := without_headings(chosen):
            self.blocks.append(Block(bare.kind, sheet.name, bare, 0, {}))
        for number, row in enumerate(sheet.rows, 1):
            self._row(row, sheet.rows[number : number + _LOOKED_AT])
            self.last = row
        self._pass_over(None)

    def _row(self, row: Row, below: Sequence[Row]) -> None:
        if len(row.texts) > MAX_COLUMNS:
            raise Unreadable(f"has more than {MAX_COLUMNS} columns in row {row.number}: keep only those of the list")
        headings = headings_in(row, self.blocks[-1].headings if self.blocks else None, self.chosen, below)
        if headings:
            self._begin(headings, row, below)
            return
        cells = row.filled()
        if (not self.blocks or self.blocks[-1].kind == MEETING) and (marks := marks_told(text for _, text in cells)):
            self.marks |= marks
            return
        said = said_above(cells[0][1], cells[1][1] if len(cells) == 2 else "") if len(cells) < 3 else None
        if said and (not self.blocks or ":" in cells[0][1]):
            at = cells[0][0] if ":" in cells[0][1].rstrip(": ") or len(cells) == 1 else cells[1][0]
            self._said_above(said[0], Cell(said[1], self._spot(row, at)))
        elif not self.blocks:
            for column, text in cells if len(cells) == 1 else ():
                self._title(Cell(text, self._spot(row, column)))
        elif len(cells) == 1 and self._alone(row, *cells[0]):
            pass
        else:
            self._record(row, cells)

    def _said_above(self, name: str, cell: Cell) -> None:
        """Take what a line says of the whole sheet: a body after `Meeting:`, a day among other words."""
        if name == "meeting":
            is_a_body = self.is_known(cell.text) or is_called_like_a_body(cell.text)
            name = "board" if is_a_body and "board" not in self.above else "label"
        if name == "date" and (found := _DATE_INSIDE.search(cell.text)):
            cell = cell.part(found[0])
        self.above[name] = cell

    def _begin(self, headings: Headings, row: Row, below: Sequence[Row]) -> None:
        number = row.number
        if self.last and self.last.number == number - 1 and len(self.last.filled()) > 1:
            whole = headings.with_row_above(self.last)
            if whole is not headings:
                headings = whole
                self.above = {name: cell for name, cell in self.above.items() if cell.spot.row != self.last.number}
        self._take_back_row_above(number)
        if any(folded(word) in self.chosen for word in headings.words.values()) and not headings_in(row, below=below):
            self._note(f"Row {number} is read as headings, since you chose what its columns say.")
        last = self.blocks[-1] if self.blocks else None
        before = len(self.notes)
        sheet = f"Sheet {self.sheet.name}: " if self.sheet.name else ""
        if unread := headings.unread:
            one = len(unread) == 1
            self._note(
                f"{sheet or 'The '}{'the ' if sheet else ''}column{'' if one else 's'} {listed(unread)}"
                f" {'is' if one else 'are'} not read."
            )
        for column, of in headings.twice.items():
            if column not in headings.columns.values():
                first = headings.words[headings.columns[of]]
                says = headings.by_column[headings.columns[of]]
                self._note(f"{sheet}{headings.words[column]} and {first} may both be {says}: {first} is read as it.")
        above = ({k: v for k, v in last.above.items() if k == "source"} if last else {}) | self.above
        self.blocks.append(Block(headings.kind, self.sheet.name, headings, number, above, marks=self.marks))
        self.told = self.notes[before:]
        self.above, self.how = {}, None
        if "board" in headings.columns:
            self.board = None

    def _take_back_row_above(self, number: int) -> None:
        """Let a row of headings go that has another one right below it: the two head one table."""
        if self.blocks and not self.blocks[-1].records and self.blocks[-1].row == number - 1:
            self.above = self.blocks.pop().above | self.above
            self.notes[:] = [note for note in self.notes if note not in self.told]

    def _note(self, told: str) -> None:
        if told not in self.notes:
            self.notes.append(told)

    def _title(self, cell: Cell) -> None:
        """Take from a line above the headings which body it is about, and of which day."""
        text = cell.text
        if found := _DATE_INSIDE.search(text):
            try:
                date_in(found[0])
            except ValueError:
                pass
            else:
                self.above.setdefault("date", cell.part(found[0]))
                text = text[: found.start()].rstrip()
        if _MEMBERSHIP.search(text):
            text = _YEAR_BEHIND.sub("", text)
        name = text if self.is_known(text) else _AROUND.sub("", _AROUND.sub("", text)).strip(" –—-,:")
        if name and (self.is_known(name) or is_called_like_a_body(name)):
            self.above["board"] = cell.part(name)
            self.board = cell.part(name)
            self.of_whole = bool(_MEMBERSHIP.search(cell.text)) and not self.blocks

    def _alone(self, row: Row, column: int, text: str) -> bool:
        """Read a row with one cell; False where it is a row like the others."""
        block = self.blocks[-1]
        cell = Cell(text, self._spot(row, column))
        if block.kind == MEETING:
            try:
                how, whom = attendance_in(text)
            except ValueError:
                how, whom = None, "none"
            if how and not whom:
                self.how = cell
                return True
            if _DATE_INSIDE.search(text):
                self._title(cell)
                return True
            if column == block.headings.columns.get("name"):
                return False
        elif self._is_of_a_board(column, text):
            if column in {block.headings.columns.get("holder"), block.headings.columns.get("seat")} - {0}:
                return False
            self._pass_over(cell)
            self.board = cell
            self.above["board"] = cell
            return True
        elif column in {block.headings.columns.get("holder"), block.headings.columns.get("seat")} and self.board:
            return False
        if column == block.headings.columns.get("board"):
            self.board = None  # rows below that name no board are not of the one before
            block.above.pop("board", None)
        self.notes.append(f"{capitalized(str(cell.spot))}: '{text[:60]}' stands alone, and is not read.")
        return True

    def _is_of_a_board(self, column: int, text: str) -> bool:
        """Tell whether a line says which board the rows below are of.

        What it says otherwise in its column may be known by the next import; so being known counts elsewhere alone.
        """
        if self.of_whole or _SECTION.match(text):
            return False
        columns = self.blocks[-1].headings.columns
        says_otherwise = column in columns.values() and column != columns.get("board")
        return is_the_name_of_a_body(text) or (self.is_known(text) and not says_otherwise)

    def _pass_over(self, cell: Cell | None) -> None:
        """Tell of a body's name below which nothing stands, when the next one comes, or nothing does."""
        if self.named:
            self.notes.append(f"{capitalized(str(self.named.spot))}: '{self.named.text[:60]}' has no rows below it.")
        self.named = cell

    def _refuse_long(self, row: Row, headings: Headings) -> None:
        for column in headings.columns.values():
            if column < len(row.texts) and len(row.texts[column]) > MAX_TEXT:
                there = self._spot(row, column, headings.words[column])
                raise Unreadable(f"has more than {MAX_TEXT:,} letters in {there}")

    def _record(self, row: Row, cells: Sequence[tuple[int, str]]) -> None:
        block = self.blocks[-1]
        if max(map(len, row.texts)) > MAX_TEXT:
            self._refuse_long(row, block.headings)
        if block.read.isdisjoint([column for column, _ in cells]):
            return
        if self.is_a_sum(cells[0][1]):
            self.notes.append(f"Row {row.number} is not read: it begins with '{cells[0][1][:40]}'.")
            return
        for column, _ in cells:
            if column not in block.headings.words and column not in self.headless:
                self.headless.add(column)
                where = self._spot(row, column)
                self.notes.append(f"{capitalized(str(where))}: a column without a heading is not read.")
        last = block.records[-1] if block.records else None
        above = (last.cell("source") if last.text("source") else last.source_above) if last else None
        record = Record(RowAt(self.sheet.name, row.number, cells[0][0], block.headings), row.texts, _NOTHING, above)
        self.named = None
        held = self._held(block, record)
        block.records.append(Record(record.at, row.texts, held, above) if held else record)

    def _held(self, block: Block, said: Record) -> Mapping[str, Cell]:
        """Return what lines above say of a row, and note the board that it names for the rows below."""
        if block.kind != SEATS:
            return {"as": self.how} if self.how and not said.text("as") else _NOTHING
        if said.text("board"):
            self.board = said.cell("board")
            return _NOTHING
        self.board = self.board or block.above.get("board")
        if self.board and self.held.get("board") is not self.board:
            self.held = {"board": self.board}
        return self.held if self.board else _NOTHING

    def _spot(self, row: Row, column: int, heading: str = "") -> Spot:
        return Spot(self.sheet.name, row.number, column + 1, heading)
