"""Numbers at a box's corners: how many bodies it stands for, and how many are folded away into it."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.diagram import text
from app.diagram.content import Box
from app.diagram.geometry import PlacedBox

SMALL = 11.0
FOLD = "fold:"
"""How the id of a box begins that stands for a column folded away."""
_HEIGHT = 15.0


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
    """Give how far the boxes lie behind that make it look like a pile: none for a single body."""
    return (4.0, 2.0) if is_fold(box.id) or box.count > 1 else ()


def badges_of(placed: PlacedBox) -> Iterator[Badge]:
    """Give a box's badges: above, how many it stands for; below, how many are folded into it."""
    right = placed.x + placed.width / 2
    if is_fold(placed.box.id):
        return
    if placed.box.count > 1:
        yield _badge(str(placed.box.count), right + 5, placed.y - placed.height / 2 - 8)
    if placed.box.folded:
        yield _badge(f"+{placed.box.folded}", right + 6, placed.y + placed.height / 2 - 10)


def _badge(words: str, right: float, top: float) -> Badge:
    width = round(text.width(words, size=SMALL) + 9, 1)
    return Badge(words, round(right - width, 1), round(top, 1), width)
