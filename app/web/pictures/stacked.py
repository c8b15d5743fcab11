"""Stacked bars: parts of a whole, each told apart by a letter and a pattern beside its colour."""

from collections.abc import Iterable
from dataclasses import dataclass

_ROOM_FOR_LETTER = 5.0
_ROOM_FOR_NUMBER = 14.0
"""Hundredths of a bar's width that a letter, and a letter with a number, need on a phone."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a bar, with where it begins and how wide it is in hundredths of the bar."""

    key: str
    letter: str
    label: str
    number: int
    start: float
    width: float

    @property
    def middle(self) -> float:
        """Where its letter stands."""
        return round(self.start + self.width / 2, 3)

    @property
    def sign(self) -> str:
        """What is written into it: letter and number, the letter alone where it is narrow, or nothing."""
        if self.width >= _ROOM_FOR_NUMBER:
            return f"{self.letter} {self.number}"
        return self.letter if self.width >= _ROOM_FOR_LETTER else ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of parts that add up to the whole."""

    title: str
    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        """The bar in words, for those who do not see it."""
        return f"{self.title}: " + ", ".join(f"{part.number} {part.label}" for part in self.parts)


def stacked(title: str, parts: Iterable[tuple[str, str, str, int]]) -> Bar:
    """Lay out parts given as (key, letter, label, number) side by side; what counts nothing is left out."""
    given = [part for part in parts if part[3]]
    whole = sum(number for *_, number in given)
    laid, start = [], 0
    for key, letter, label, number in given:
        laid.append(Part(key, letter, label, number, round(100 * start / whole, 3), round(100 * number / whole, 3)))
        start += number
    return Bar(title, tuple(laid))
