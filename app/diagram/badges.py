"""Badges: how many bodies a box stands for and how many are folded into it, and what differs between two days."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.diagram import text
from app.diagram.content import Box
from app.diagram.geometry import PlacedBox, Route
from app.domain.change_marks import ChangeMark

SMALL = 11.0
FOLD = "fold:"
"""How the id of a box begins that stands for a column folded away."""
_HEIGHT = 15.0
SIGNS: Mapping[ChangeMark, str] = {ChangeMark.ADDED: "+", ChangeMark.ENDED: "\u2212", ChangeMark.CHANGED: "~"}
"""What a badge says of a body or line that differs between two days."""


@dataclass(frozen=True, slots=True)
class Badge:
    """A number in a rounded frame."""

    words: str
    left: float
    top: float
    width: float
    height: float = _HEIGHT

    @property
    def baseline(self) -> float:
        """Where its words stand."""
        return round(self.top + 11.4, 1)


def is_fold(id_: str) -> bool:
    """Whether a box stands for a column folded away, rather than for a body."""
    return id_.startswith(FOLD)


def stacks(box: Box) -> tuple[float, ...]:
    """Return how far the boxes lie behind that make it look like a pile: none for a single body."""
    return (4.0, 2.0) if is_fold(box.id) or box.count > 1 else ()


def badges_of(placed: PlacedBox) -> Iterator[Badge]:
    """Return a box's badges: above, how many it stands for; below, how many are folded into it."""
    right = placed.x + placed.width / 2
    if is_fold(placed.box.id):
        return
    if placed.box.changed:
        left = placed.x - placed.width / 2
        yield _badge(SIGNS[placed.box.changed], left + 9, placed.y - placed.height / 2 - 8)
    if placed.box.count > 1:
        yield _badge(str(placed.box.count), right + 5, placed.y - placed.height / 2 - 8)
    if placed.box.folded:
        yield _badge(f"+{placed.box.folded}", right + 6, placed.y + placed.height / 2 - 10)


def line_badges(routes: Sequence[Route]) -> list[tuple[str, Badge]]:
    """Return the badges of lines that differ, with the ids of their lines: in the middle of the line's longest stretch.

    Lines that share it have theirs side by side, so that none covers another.
    """
    found: list[tuple[str, Badge]] = []
    taken: dict[tuple[float, float], int] = {}
    for route in routes:
        if route.edge.changed:
            ends = list(pairwise(route.points))
            (x0, y0), (x1, y1) = max(ends, key=lambda pair: abs(pair[0][0] - pair[1][0]) + abs(pair[0][1] - pair[1][1]))
            middle = (round((x0 + x1) / 2, 1), round((y0 + y1) / 2, 1))
            step = taken[middle] = taken.get(middle, -1) + 1
            badge = _badge(SIGNS[route.edge.changed], middle[0] + 7.5 + step * 16, middle[1] - _HEIGHT / 2)
            found.append((route.edge.id, badge))
    return found


def _badge(words: str, right: float, top: float) -> Badge:
    width = round(text.width(words, size=SMALL) + 9, 1)
    return Badge(words, round(right - width, 1), round(top, 1), width)
