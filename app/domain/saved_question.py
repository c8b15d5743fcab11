"""A saved question: a sentence in plain English with blanks to fill, and which answer it asks for."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from app.domain.vocabulary import BlankKind, Classification

FOLDER = "questions"
"""Saved questions stand in a folder of this name beside the places' files."""
_BLANK = re.compile(r"\[([a-z0-9-]+)\]")


@dataclass(frozen=True, slots=True)
class Blank:
    """A place in a question that whoever asks fills in."""

    name: str
    accepts: BlankKind
    label: str
    """What stands there while it is empty: `faith groups, say`."""
    classifications: tuple[Classification, ...] = ()
    """Only bodies of these sorts; any when empty."""
    usual: int | None = None
    """The number of days when none is given."""


@dataclass(frozen=True, slots=True)
class SavedQuestion:
    """One question."""

    id: str
    text: str
    """The sentence; `[place]` stands for the blank of that name."""
    hint: str
    """What the answer tells, in a sentence."""
    at_places: bool
    """Whether it is also listed on each place's page."""
    order: int
    blanks: tuple[Blank, ...]
    """In the order in which they stand in the sentence."""
    answered_by: str
    given: Mapping[str, str]
    """What each parameter of the answer is: `[place]` for what fills that blank, or a fixed text."""

    @property
    def place(self) -> Blank | None:
        """The blank that a place fills, if there is just one."""
        areas = [blank for blank in self.blanks if blank.accepts is BlankKind.AREA]
        return areas[0] if len(areas) == 1 else None

    def parts(self, values: Mapping[str, str]) -> list[tuple[str, bool]]:
        """Return the sentence in pieces, each with whether it is a blank that is still empty."""
        labels = {blank.name: blank.label for blank in self.blanks}
        pieces = []
        for place, piece in enumerate(_BLANK.split(self.text)):
            if place % 2 and piece not in values:
                pieces.append((labels[piece], True))
            elif piece:
                pieces.append((values[piece] if place % 2 else piece, False))
        return pieces

    def said(self, values: Mapping[str, str]) -> str:
        """Write the sentence with what fills its blanks; an empty one is its label in brackets."""
        return "".join(f"[{text}]" if empty else text for text, empty in self.parts(values))


@dataclass(frozen=True, slots=True)
class Parameter:
    """What an answer has to be told, and what may tell it."""

    accepts: frozenset[BlankKind]
    required: bool = True
    check: Callable[[str], str | None] | None = field(default=None)
    """Says what is wrong with a fixed text, or nothing; without it only a blank will do."""


def blanks_in(text: str) -> list[str]:
    """List the names of the blanks in a sentence, in its order."""
    return _BLANK.findall(text)


def blank_of(value: str) -> str | None:
    """Return the name of the blank that a parameter's value stands for, or None for a fixed text."""
    match = _BLANK.fullmatch(value)
    return match[1] if match else None
