"""Drawings on paper: one sheet to pin on the wall, or a booklet to hand round."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from app.diagram.fitting import LARGEST_PRINT
from app.diagram.raster import composed, plain, size_of
from app.diagram.text import SIZE, cleaned

MOST_CHAPTERS = 120
"""Pages of a booklet, of which a long one may run over."""
SCALE = 0.85
"""Points a drawing's unit at most: names are then no larger than the words round the picture."""
_ROOM = {"a4": ((770.0, 430.0), (525.0, 680.0)), "a3": ((1120.0, 690.0), (770.0, 1030.0))}
"""Points that a sheet leaves for its picture, on its side and upright."""
EASY_PRINT = 9.0
"""Points of a name with which a sheet of A4, which every printer has, is enough."""
LEAST_PRINT = 6.5
"""Points of a name at least on A3, or the sheet is larger still."""
LARGE_PRINT = 18.0
"""Points of a name at most on a sheet in large type."""
WIDE = 900.0
"""Units across: a wider picture is given a page on its side, or nobody could read it."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a sheet says about itself, in words ready to be read."""

    title: str
    day: str
    """As things stood in January 2008."""
    shown: str
    """What of it is shown, in a sentence."""
    sources: str
    address: str
    made: str
    """When it was made, from which version of the data."""
    question: str = ""
    """What it answers, where the title does not say so."""

    def cleaned(self) -> dict[str, str]:
        """Return the words free of what no page can hold."""
        return {name: cleaned(words) for name, words in asdict(self).items()}


@dataclass(frozen=True, slots=True)
class Seat:
    """A row of a booklet's tables."""

    seat: str
    holder: str
    speaks_for: str
    filled: str
    vote: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page of a booklet, or a few: one theme, or one body."""

    heading: str
    sort: str
    """What sort of body it is, or how many bodies a theme has."""
    words: tuple[str, ...]
    """Paragraphs."""
    svg: str
    """Its picture as a file; empty when nothing is joined to it."""
    alt: str
    bodies: tuple[tuple[str, str], ...] = ()
    """Of a theme: each body's name, and what it is and does in a line."""
    seats: tuple[Seat, ...] = ()


def sheet_of(svg: str, description: str, imprint: Imprint, *, large: bool = False) -> bytes:
    """Return a saved drawing on the smallest sheet on which its names are read, as PDF; upright when it is.

    That is A4 where they are easy to read on it, else A3, and A2 where A3 has no room for them. Where A2 is asked for,
    a map of the usual width has its names in 14 points or more, the size recommended as large print.
    """
    width, height = size_of(svg)
    most = (LARGE_PRINT if large else LARGEST_PRINT) / SIZE
    is_wide = width >= 0.9 * height
    data: dict[str, Any] = {
        **imprint.cleaned(),
        "svg": plain(svg),
        "most": [round(width * most, 1), round(height * most, 1)],
        "description": cleaned(description)[:2000],
        "paper": "a2" if large else _paper(width, height, is_wide=is_wide),
        "landscape": is_wide,
        "size": 14 if large else 9,
    }
    return composed("sheet", data, "pdf")


def _paper(width: float, height: float, *, is_wide: bool) -> str:
    for paper, least in (("a4", EASY_PRINT), ("a3", LEAST_PRINT)):
        across, down = _ROOM[paper][0 if is_wide else 1]
        if min(across / width, down / height) * SIZE >= least:
            return paper
    return "a2"


def booklet_of(imprint: Imprint, introduction: Sequence[str], chapters: Sequence[Chapter]) -> bytes:
    """Return a booklet as PDF on A4: cover, contents, a chapter a theme or body."""
    data: dict[str, Any] = {
        **imprint.cleaned(),
        "introduction": [cleaned(words) for words in introduction],
        "chapters": [_chapter(chapter) for chapter in chapters[:MOST_CHAPTERS]],
    }
    return composed("booklet", data, "pdf")


def _chapter(chapter: Chapter) -> dict[str, Any]:
    width, height = size_of(chapter.svg) if chapter.svg else (0.0, 0.0)
    return {
        "heading": cleaned(chapter.heading),
        "sort": cleaned(chapter.sort),
        "words": [cleaned(words) for words in chapter.words],
        "svg": plain(chapter.svg),
        "tall": height > 1.25 * width,
        "wide": width > WIDE and width > 1.3 * height,
        "width": round(width * SCALE, 1),
        "alt": cleaned(chapter.alt)[:2000],
        "bodies": [[cleaned(words) for words in body] for body in chapter.bodies],
        "seats": [
            [cleaned(words) for words in (it.seat, it.holder, it.speaks_for, it.filled, it.vote)]
            for it in chapter.seats
        ],
    }
