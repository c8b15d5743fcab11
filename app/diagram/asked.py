"""What a drawing is asked for with, in a fixed order: what it is kept by."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.diagram.people import Seated
from app.diagram.told import SeatTold
from app.domain.change_marks import ChangeMark
from app.domain.records import Line, Organization, Post, RecordedAbsence


@dataclass(frozen=True, slots=True)
class Recorded:
    """By what everything stands, which is more than a view shows: all of a place, or what is there on a day."""

    nodes: tuple[Organization, ...]
    lines: tuple[Line, ...]
    posts: tuple[Post, ...]
    on_behalf_of: tuple[tuple[str, tuple[str, ...]], ...]
    memberships: tuple[Line, ...] = ()

    @classmethod
    def of(
        cls,
        nodes: Sequence[Organization],
        lines: Sequence[Line],
        posts: Sequence[Post],
        on_behalf_of: Mapping[str, Sequence[str]],
        memberships: Sequence[Line] = (),
    ) -> "Recorded":
        """Put it into a fixed order."""
        return cls(
            tuple(sorted(nodes, key=lambda node: node.id)),
            tuple(sorted(lines, key=lambda line: line.id)),
            tuple(sorted(posts, key=lambda post: post.id)),
            tuple(sorted((id_, tuple(groups)) for id_, groups in on_behalf_of.items())),
            tuple(sorted(memberships, key=lambda line: line.id)),
        )


@dataclass(frozen=True, slots=True)
class Beside:
    """What there is around a body on the other one of two days: what is on both stands in the same place."""

    recorded: Recorded
    holders: tuple[tuple[str, str], ...]
    """Who holds a seat then, by the post's id."""
    absences: tuple[RecordedAbsence, ...] = ()
    """What is said to be missing then."""


@dataclass(frozen=True, slots=True)
class Content:
    """Everything a drawing depends on, in a fixed order."""

    nodes: tuple[Organization, ...]
    lines: tuple[Line, ...]
    posts: tuple[Post, ...]
    on_behalf_of: tuple[tuple[str, tuple[str, ...]], ...]
    title: str
    focus: str | None
    hrefs: tuple[tuple[str, str], ...]
    holders: tuple[tuple[str, str], ...]
    person: Seated | None
    every_kind: bool
    room: float
    opened: frozenset[str]
    large: bool
    marks: tuple[tuple[str, ChangeMark], ...]
    areas: tuple[tuple[str, str], ...]
    elsewhere: tuple[tuple[str, str], ...]
    absences: tuple[RecordedAbsence, ...]
    joined: frozenset[str]
    told: tuple[tuple[str, SeatTold], ...]
    memberships: tuple[Line, ...]
    closed: frozenset[str]
    everything: Recorded | None
    place: str
    beside: Beside | None
