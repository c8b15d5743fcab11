"""Two places next to each other: what sorts of body and themes each has, what it lacks, what its forums work with."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain import records as r
from app.domain import vocabulary as words
from app.domain.bodies import SECTOR, counts_as_a_body
from app.domain.counting import count_bodies, counts_as_a_seat
from app.domain.english import name_order
from app.domain.standing import Standing
from app.questions.balance.rules import SeatCount, balance_of
from app.questions.comparing.likenesses import ALIKE
from app.questions.gaps.rules import Gap


@dataclass(frozen=True, slots=True)
class Side:
    """One place, as far as it is compared: the bodies that it has on the day."""

    standing: Standing
    gaps: tuple[Gap, ...]
    forums: tuple[r.Organization, ...]
    """The bodies whose capacity is compared."""

    @property
    def bodies(self) -> list[r.Organization]:
        """The bodies, by name."""
        every = self.standing.register.bodies()
        kept = (body for body in every if counts_as_a_body(body, self.standing.as_at))
        return sorted(kept, key=lambda body: name_order(body.name))


@dataclass(frozen=True, slots=True)
class Structures:
    """The bodies of one sort, or under one theme, on either side."""

    left: tuple[r.Organization, ...]
    right: tuple[r.Organization, ...]

    @property
    def left_count(self) -> int:
        """How many the left has; one that stands for 22 alike is one, which says 22."""
        return len(self.left)

    @property
    def right_count(self) -> int:
        """How many the right has."""
        return len(self.right)


@dataclass(frozen=True, slots=True)
class OfSort(Structures):
    """The bodies of one classification."""

    classification: words.Classification


@dataclass(frozen=True, slots=True)
class OfTheme(Structures):
    """The bodies under one theme; themes are the same when their names are, or mean the same, whatever their ids."""

    name: str
    """What the places call it; both names where they differ."""


@dataclass(frozen=True, slots=True)
class GapNumbers:
    """How many gaps of one kind each side has."""

    kind: words.GapKind
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class CapacityNumbers:
    """Of how many forums each side has something recorded, in one respect, and of how many in all."""

    respect: str
    left: int
    left_of: int
    right: int
    right_of: int


@dataclass(frozen=True, slots=True)
class Measure:
    """One number of each side, called what it counts."""

    name: str
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two places next to each other."""

    sorts: tuple[OfSort, ...]
    themes: tuple[OfTheme, ...]
    gaps: tuple[GapNumbers, ...]
    capacity: tuple[CapacityNumbers, ...]
    measures: tuple[Measure, ...]

    @property
    def only_left(self) -> tuple[OfSort, ...]:
        """The sorts of body that the left has and the right lacks."""
        return tuple(row for row in self.sorts if not row.right)

    @property
    def only_right(self) -> tuple[OfSort, ...]:
        """The sorts of body that the right has and the left lacks."""
        return tuple(row for row in self.sorts if not row.left)


RESPECTS = (
    "constitution",
    "chair_status",
    "paid_hours",
    "funding_note",
    "members_note",
    "meeting_frequency",
    "statutory_observers",
    "representatives_note",
)
"""What of a forum's capacity is compared: the fields of `Capacity`."""


def compare(left: Side, right: Side) -> Comparison:
    """Put two places next to each other; what neither has is left out."""
    lefts, rights = left.bodies, right.bodies
    sorts = [OfSort(_sorted(lefts, sort), _sorted(rights, sort), sort) for sort in words.Classification]
    return Comparison(
        tuple(row for row in sorts if row.left or row.right),
        tuple(_themes(lefts, rights)),
        tuple(_gaps(left.gaps, right.gaps)),
        tuple(
            CapacityNumbers(
                respect,
                _recorded(left.forums, respect),
                len(left.forums),
                _recorded(right.forums, respect),
                len(right.forums),
            )
            for respect in RESPECTS
        ),
        tuple(
            Measure(name, count_left, count_right)
            for (name, count_left), (_, count_right) in zip(_measures(left), _measures(right), strict=True)
        ),
    )


def theme_key(name: str) -> str:
    """Return what themes are matched by: their names, whatever the capitals, `&` or `and`."""
    return " ".join(name.casefold().replace("&", " and ").split())


def likeness(name: str) -> str:
    """Return what a theme is matched by: the key of its name, or of the name that others mean the same by."""
    key = theme_key(name)
    return ALIKE.get(key, key)


def likenesses(theme: r.Theme) -> frozenset[str]:
    """Return all that a theme is matched by: its name, and what its place's file says that others call it."""
    return frozenset(map(likeness, (theme.name, *theme.like)))


def _themes(left: Sequence[r.Organization], right: Sequence[r.Organization]) -> Iterable[OfTheme]:
    found: list[tuple[frozenset[str], dict[str, str]]] = []
    for body in sorted((*left, *right), key=lambda body: body.theme.order if body.theme else 0):
        if not body.theme:
            continue
        keys, called = likenesses(body.theme), {theme_key(body.theme.name): body.theme.name}
        joined = [each for each in found if each[0] & keys]
        for each in reversed(joined):
            keys, called = keys | each[0], {**each[1], **called, **each[1]}
        at = found.index(joined[0]) if joined else len(found)
        found = [each for each in found if each not in joined]
        found.insert(at, (keys, called))
    for keys, called in found:
        yield OfTheme(_under(left, keys), _under(right, keys), " / ".join(called.values()))


def _under(bodies: Iterable[r.Organization], keys: frozenset[str]) -> tuple[r.Organization, ...]:
    return tuple(body for body in bodies if body.theme and likenesses(body.theme) & keys)


def _sorted(bodies: Iterable[r.Organization], sort: words.Classification) -> tuple[r.Organization, ...]:
    return tuple(body for body in bodies if body.classification is sort)


def _gaps(left: Sequence[Gap], right: Sequence[Gap]) -> Iterable[GapNumbers]:
    numbers = Counter(gap.kind for gap in left), Counter(gap.kind for gap in right)
    for kind in words.GapKind:
        if numbers[0][kind] or numbers[1][kind]:
            yield GapNumbers(kind, numbers[0][kind], numbers[1][kind])


def _recorded(forums: Iterable[r.Organization], respect: str) -> int:
    return sum(1 for body in forums if body.capacity and getattr(body.capacity, respect))


def _measures(side: Side) -> list[tuple[str, int]]:
    standing = side.standing
    placed = [
        seat
        for body in side.bodies
        for seat in balance_of(standing, body.id).placed
        if counts_as_a_seat(seat.post, body.classification)
    ]
    whole = sum((seat.count for seat in placed), SeatCount())
    counts = count_bodies(standing.register.bodies(), standing.as_at)
    return [
        ("Bodies", counts.bodies),
        ("Boards and committees", counts.boards),
        ("Seats", whole.seats),
        (
            "Seats of the voluntary, community and faith sectors",
            sum(seat.count.seats for seat in placed if seat.sector in SECTOR),
        ),
        ("Seats of statutory bodies", sum(s.count.seats for s in placed if s.sector is words.Sector.STATUTORY)),
        ("Seats filled", whole.filled),
        ("Seats vacant", whole.vacant),
        ("Seats not taken up", whole.not_taken_up),
        ("Seats past the end of a term", whole.term_over),
        ("Seats whose holder is not recorded", whole.holder_not_recorded),
        ("Lines between bodies", len(standing.lines)),
    ]
