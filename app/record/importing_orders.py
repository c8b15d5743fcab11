"""What somebody asks of an import, whatever the format of the file: where it goes, and what they answered so far."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypedDict

from app.domain.visible import visible
from app.errors import BadInput
from app.exchange.derived_ids import whole_id
from app.exchange.sheets.columns import ColumnSeen
from app.record.importing_early import ReadEarly

Step = Callable[[str, int, int], None]
"""Is told what is being done, how much of it is done, and how much there is; 0 where nobody knows."""


@dataclass(frozen=True, slots=True)
class AnsweredPairs:
    """What somebody answered of new entries that may be there already, by the ids that the new ones would have."""

    same: Mapping[str, str] = field(default_factory=dict)
    """Those that are there already, each with what it is."""
    apart: frozenset[tuple[str, str]] = frozenset()
    """Pairs of a new one and one that is there, which are two."""

    def __bool__(self) -> bool:
        """Tell whether anything was answered."""
        return bool(self.same or self.apart)

    def within(self, place: str) -> "AnsweredPairs":
        """Return them with whole ids, where some may be written as a place's own file writes them."""
        if not place:
            return self
        same = {whole_id(new, place): whole_id(old, place) for new, old in self.same.items()}
        return AnsweredPairs(same, frozenset((whole_id(new, place), whole_id(old, place)) for new, old in self.apart))


def pairs_in(option: str, said: list[str]) -> list[tuple[str, str]]:
    """Read answers such as `bob-smyth=bob-smith`; BadInput names the option where one is none."""
    found = []
    for each in said:
        new, equals, old = (part.strip() for part in each.partition("="))
        if not equals or not new or not old or len(each) > 600:
            raise BadInput(
                f"{option} {visible(each[:60])}: expected the id of a new entry, = and the id of a recorded one."
            )
        found.append((new, old))
    return found


def _nobody_counts(what: str, done: int, whole: int) -> None:
    """Tell nobody."""


def _nobody_looks(columns: Sequence[ColumnSeen]) -> None:
    """Tell nobody."""


def _everywhere(place: str) -> bool:
    return True


class How(TypedDict, total=False):
    """How a file is imported: the fields of an Order, but its place."""

    new: str
    dry_run: bool
    why: str
    by: str
    seen: int | None
    sees_all: Callable[[str], bool]
    may_make: bool
    answered: AnsweredPairs
    step: Step
    early: ReadEarly | None
    columns: Callable[[Sequence[ColumnSeen]], None]


@dataclass(frozen=True, slots=True)
class Order:
    """What somebody asks of an import."""

    area: str = ""
    """The id of the place that the file is of, where that is known."""
    new: str = ""
    """The name of a place that is made."""
    dry_run: bool = False
    """Whether nothing is written."""
    why: str = ""
    by: str = ""
    """The account that asks."""
    seen: int | None = None
    """The version of the data at which somebody looked at the preview: what was recorded since is looked at first."""
    sees_all: Callable[[str], bool] = _everywhere
    """Whether whoever asks may read all of a place, also what editors may not."""
    may_make: bool = True
    """Whether whoever asks may make places."""
    answered: AnsweredPairs = field(default_factory=AnsweredPairs)
    step: Step = _nobody_counts
    early: ReadEarly | None = None
    """What reads the spreadsheet already."""
    columns: Callable[[Sequence[ColumnSeen]], None] = _nobody_looks
    """Is told the columns of a spreadsheet once it is read: to read a large one again for these takes long."""
