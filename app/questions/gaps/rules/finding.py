"""What a gap is, and what a rule is that finds gaps of one kind."""

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app.domain.records import Citation
from app.domain.standing import Standing
from app.domain.vocabulary import Certainty, GapKind

RECORDED_AS_NONE = frozenset(
    {GapKind.RECORDED_ABSENCE, GapKind.SEAT_NOT_TAKEN_UP, GapKind.VACANT_POST, GapKind.NO_REPORT_BACK}
)
"""Kinds of gap that a source states; of the others some follow from what is recorded, and some from silence."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something missing or worth knowing about one subject, and why it holds."""

    kind: GapKind
    subject_id: str
    subject_type: str
    """Organization, Post, Person or Source."""
    body_id: str
    """The body of the place that it is listed under."""
    explanation: str
    """One plain sentence with a full stop."""
    citations: tuple[Citation, ...]
    certainty: Certainty
    """The least certain of the facts that it rests on."""
    remedy: str
    """One short sentence: what would close it."""
    extra: str = ""
    """What tells it from another gap of this kind with this subject."""

    @property
    def id(self) -> str:
        """A name that stays the same as long as the gap does: `two_hats/bromley/chair-of-x`."""
        return "/".join(part for part in (self.kind.value, self.subject_id, self.extra) if part)

    @property
    def recorded_as_none(self) -> bool:
        """Whether a source states the gap, rather than being silent."""
        return self.kind in RECORDED_AS_NONE


Finder = Callable[[Standing], Iterable[Gap]]


@dataclass(frozen=True, slots=True)
class Rule:
    """How gaps of one kind are found, and what a resident is told of it."""

    kind: GapKind
    name: str
    """The heading it is listed under: `Seats not taken up`."""
    why: str
    """Two sentences on when it holds: the finding function's own definition."""
    find: Finder

    @property
    def recorded_as_none(self) -> bool:
        """Whether a source states gaps of this kind, rather than being silent."""
        return self.kind in RECORDED_AS_NONE


def rule(kind: GapKind, name: str, **limits: str) -> Callable[[Finder], Rule]:
    """Make a rule of the function under it, whose docstring is what people read; `{limits}` in it are filled in."""

    def made(find: Finder) -> Rule:
        definition = inspect.getdoc(find)
        if not definition:
            raise TypeError(f"the rule for {kind.value} has no definition")
        return Rule(kind, name, " ".join(definition.format(**limits).split()), find)

    return made
