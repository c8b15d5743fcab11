"""What is wrong in a file: where, what was found, what is expected, and what was probably meant."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, takewhile

from rapidfuzz import fuzz, process

from app.domain.english import are, numbered
from app.domain.visible import visible
from app.exchange.limits import MAX_SHOWN, MAX_TOLD
from app.exchange.synonyms import meaning

_MANY = 2_000
"""Among more words than these, only those of similar spelling are compared closely."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right. Lines and columns count from 1; `field` is a path such as posts[3].on."""

    file: str
    line: int
    column: int
    field: str
    found: str
    expected: str
    nearest: str | None = None
    count: int = 1
    """How many problems this stands for."""
    spot: str = ""
    """Where it stands in a file that has no lines, such as `sheet Seats, C7`."""

    def __str__(self) -> str:
        """Say it in one line, with the place first, as compilers do."""
        where = f"{visible(self.file)}: {self.spot}" if self.spot else f"{visible(self.file)}:{self.line}:{self.column}"
        field = f" {self.field}:" if self.field else ""
        found = f" found {self.found};" if self.found else ""
        nearest = f" (did you mean {self.nearest}?)" if self.nearest else ""
        return f"{where}:{field}{found} {self.expected}{nearest}"


@dataclass(frozen=True, slots=True)
class Meant:
    """A word that nobody knows and the words that it may be a misspelling of; compared only if it is told."""

    text: str
    known: Collection[str]

    @property
    def nearest(self) -> str | None:
        """The known word that means the same, or else the one that is most like it."""
        return meaning(self.text, self.known) or nearest(self.text, self.known)


def first_of(problems: Sequence[Problem]) -> list[Problem]:
    """Return the problems that are told: the first 200, and no more than a reader's screens can hold."""
    few = list(problems[:MAX_SHOWN])
    within = takewhile(lambda size: size <= MAX_TOLD, accumulate(len(str(problem)) for problem in few))
    return few[: max(1, sum(1 for _ in within))]


def whole_count(problems: Iterable[Problem]) -> int:
    """Count problems, with those that others stand for."""
    return sum(problem.count for problem in problems)


def problems_counted(shown: int, more: int, *, stopped: bool = False) -> str:
    """Say how many problems there are, and how many of them are told: `1 problem`, `70,000 problems, ...`."""
    whole = shown + more
    count = f"{'at least ' if stopped else ''}{numbered(whole, 'problem')}"
    return f"{count}: the first {shown} are shown, {more:,} more {are(more)} not" if more else count


def shortened(text: str, most: int) -> str:
    """Return text as it can be printed, cut where it is longer than a reader takes in."""
    return visible(text if len(text) <= most else f"{text[: most - 3]}...")


def shown(value: object) -> str:
    """Quote what was found, shortened to what a reader can take in."""
    return f"'{shortened(value if isinstance(value, str) else type(value).__name__, 80)}'"


def nearest(text: str, known: Iterable[str], cutoff: float = 60) -> str | None:
    """Return the known word most like a misspelt one, if one is like it at all."""
    words = list(known)
    if len(words) > _MANY:
        words = [found[0] for found in process.extract(text, words, scorer=fuzz.ratio, limit=100)]
    best = process.extractOne(text, words, score_cutoff=cutoff)
    return best[0] if best else None


def field_path(parts: Iterable[str | int]) -> str:
    """Write a path as people read it: posts[3].holders[0].person, counting from 1."""
    path = ""
    for part in parts:
        path += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if path else part
    return shortened(path, 200)
