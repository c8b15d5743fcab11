"""A rule's answers on its edge and beside it, as a row of a table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.as_at import AsAt
from app.domain.standing import Standing
from app.domain.vocabulary import GapKind
from app.questions.gaps.rules import find_gaps
from tests.edges.dated_facts import Town

Ask = Callable[[date], object]


@dataclass(frozen=True)
class Row:
    """One rule: what it is asked on a day, the day of its edge, and the answers some days from there."""

    name: str
    ask: Ask
    edge: date
    answers: Mapping[int, object]


def kinds_of(place: Town, kinds: tuple[GapKind, ...]) -> Ask:
    """Ask which of some kinds of gap are found on a day."""
    register = place.register
    return lambda day: [found.kind.value for found in find_gaps(Standing(register, AsAt(day)), kinds)]
