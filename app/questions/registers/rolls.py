"""A register as a reader has it: columns and rows, sorted, filtered and cut into pages by pure functions.

It is a roll here, since a register is all that is recorded of a place (`app.domain.register`).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.domain.english import counted, listed
from app.domain.folding import folded
from app.domain.records import Action, Area, Citation
from app.domain.standing import Standing
from app.errors import BadInput
from app.questions.registers.cells import NOTHING, Entry

PAGE = 300
"""How many rows a page shows at most; files have all."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the word it is sorted by, and its heading."""

    key: str
    heading: str
    expected: bool = True
    """Whether an empty cell means that nobody recorded it; else it means that there is nothing to say."""
    in_files_alone: bool = False
    in_one_line: bool = False
    """Whether each thing that a cell says is short and stays on one line: a date, a number."""


@dataclass(frozen=True, slots=True)
class PlaceRead:
    """A place as it stands on a day, to make rows from."""

    area: Area
    standing: Standing
    actions: Mapping[str, Sequence[Action]] = field(default_factory=dict)
    """What each meeting asked somebody to do, by the meeting's id; of registers alone that list it."""
    names: Mapping[str, str] = field(default_factory=dict)
    """What the people and bodies are called that these name, by id."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a register."""

    id: str
    entries: Mapping[str, Entry]
    citations: tuple[Citation, ...] = ()
    counts: int = 1
    """How many it is: six seats alike are one row and six."""
    place: str = ""
    """The name of the place whose register it is in."""

    def __getitem__(self, key: str) -> Entry:
        """Return the cell of a column."""
        return self.entries.get(key, NOTHING)


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of register."""

    key: str
    """Its word in addresses."""
    title: str
    explanation: str
    """What it lists, in a sentence."""
    one: str
    many: str
    """What one row is, and several: `seat`, `seats`."""
    columns: tuple[Column, ...]
    rows: Callable[[PlaceRead], list[Row]]
    remark: Callable[[Sequence[Row]], str] = lambda rows: ""
    """What else is to be said of all rows, in a sentence; empty for nothing."""
    everywhere: bool = False
    """Whether it is to be had of several places in one list."""
    grouped_by: str = ""
    """The column whose cells head the rows below them, while rows stand in their own order."""
    of_actions: bool = False
    """Whether it lists what meetings asked somebody to do."""
    of_a_year: bool = False
    """Whether it tells of the year up to the day, and not of the day."""

    def column(self, key: str) -> Column:
        """Return a column that can be sorted by; BadInput names those there are."""
        columns = {column.key: column for column in self.columns if not column.in_files_alone}
        if key not in columns:
            allowed = listed(["place", *columns], "or")
            raise BadInput(f"The register cannot be sorted by '{key[:40]}': expected {allowed}.")
        return columns[key]


@dataclass(frozen=True, slots=True)
class Roll:
    """The rows of a register that are asked for, in the order that is asked for."""

    kind: Kind
    rows: tuple[Row, ...]
    whole: tuple[Row, ...]
    """The same with those that the filter leaves out."""
    sort: str
    """The column that sorts the rows; empty for their own order."""
    descending: bool
    find: str

    @property
    def shown(self) -> tuple[Column, ...]:
        """The columns of a page: those in which anything stands, without the one that heads groups of rows."""
        head = "" if self.sort else self.kind.grouped_by
        return tuple(column for column in self.listed if column.key != head)

    @property
    def listed(self) -> tuple[Column, ...]:
        """The columns in which anything stands, without those of files."""
        columns = (column for column in self.kind.columns if not column.in_files_alone)
        return tuple(column for column in columns if any(row[column.key].pieces for row in self.rows))

    @property
    def silent(self) -> tuple[Column, ...]:
        """The columns of which nothing is recorded in any row, where that is to be said."""
        if not self.rows:
            return ()
        columns = (column for column in self.kind.columns if column.expected and not column.in_files_alone)
        return tuple(column for column in columns if not any(row[column.key].pieces for row in self.rows))

    def not_recorded(self, column: Column) -> int:
        """Count the rows of which nobody recorded what stands in a column; none where nothing is expected there."""
        return sum(not row[column.key].pieces for row in self.rows) if column.expected else 0

    @property
    def is_partly_silent(self) -> bool:
        """Whether a column has cells in which nobody recorded anything, beside others."""
        return any(self.not_recorded(column) for column in self.shown)

    @property
    def groups(self) -> tuple[tuple[Entry, tuple[Row, ...]], ...]:
        """The rows under the cells that head them; under an empty one where they have no heads."""
        if not self.kind.grouped_by or self.sort:
            return ((NOTHING, self.rows),)
        found: list[tuple[Entry, list[Row]]] = []
        for row in self.rows:
            head = row[self.kind.grouped_by]
            if not found or found[-1][0] != head:
                found.append((head, []))
            found[-1][1].append(row)
        return tuple((head, tuple(rows)) for head, rows in found)

    def locators(self, source_id: str) -> tuple[str, ...]:
        """Return where in a source the rows are read, each once."""
        cites = (cite for row in self.rows for cite in row.citations)
        return tuple(dict.fromkeys(cite.locator for cite in cites if cite.source_id == source_id))

    def page(self, at: int) -> "Roll":
        """Return one page of it, the first being 1; BadInput where there is none."""
        if not 1 <= at <= self.pages:
            raise BadInput(f"There is no page {at}: the register has {counted(self.pages, 'page')}.")
        return replace(self, rows=self.rows[(at - 1) * PAGE : at * PAGE])

    @property
    def pages(self) -> int:
        """How many pages its rows take."""
        return max(1, -(-len(self.rows) // PAGE))


def roll_of(kind: Kind, rows: Iterable[Row], *, sort: str = "", descending: bool = False, find: str = "") -> Roll:
    """Return rows with all the words of `find` in them, sorted by a column; BadInput when there is no such column.

    Whatever is not recorded comes last, either way round. Without a column the rows stay in their own order.
    """
    whole = tuple({row.id: row for row in rows}.values())
    wanted = folded(find).split()
    found = [row for row in whole if _has(kind, row, wanted)] if wanted else list(whole)
    if sort == "place":
        found.sort(key=lambda row: row.place, reverse=descending)
    elif sort:
        key = kind.column(sort).key
        known = [row for row in found if row[key].order is not None]
        known.sort(key=lambda row: row[key].order, reverse=descending)
        found = [*known, *(row for row in found if row[key].order is None)]
    elif descending:
        found.reverse()
    return Roll(kind, tuple(found), whole, sort, descending, find.strip())


def _has(kind: Kind, row: Row, words: Sequence[str]) -> bool:
    """Tell whether all words stand somewhere in what a page shows of a row."""
    read = [row[column.key].text for column in kind.columns if not column.in_files_alone]
    text = folded(" ".join([row.place, *read]))
    return all(word in text for word in words)
