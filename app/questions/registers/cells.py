"""One cell of a register: what is read on a page, what a file holds, and what rows are sorted by."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from app.domain.addresses import FOLDERS
from app.domain.dates import bounds, spoken
from app.domain.english import capitalized, name_order, ordinary
from app.domain.records import Post, Tenure
from app.domain.seating import how_many, is_several
from app.domain.standing import Standing
from app.exchange.tables import Cell
from app.questions.fragility.words import seat_name


@dataclass(frozen=True, slots=True)
class Piece:
    """A text within a cell, and the page of what it names, if it has one."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One cell: empty where nothing is recorded."""

    pieces: tuple[Piece, ...] = ()
    """What is read, one after the other."""
    value: Cell = None
    """What a file holds."""
    order: Any = None
    """What the rows of a column are sorted by, of one type in each column; nothing comes last, either way round."""

    @property
    def text(self) -> str:
        """What is read, in one line."""
        return "; ".join(piece.text for piece in self.pieces)


NOTHING = Entry()


def words(text: str | None, *, shown: str | None = None) -> Entry:
    """Return a text as it is recorded; on a page and in order another, where that is shorter."""
    read = text if shown is None else shown
    if not text:
        return NOTHING
    return Entry((Piece(read),) if read else (), text, name_order(read) if read else None)


def said(word: str | None) -> Entry:
    """Return a word of the vocabulary as people say it; what is not recorded leaves the cell empty."""
    return NOTHING if not word or word == "not_recorded" else words(ordinary(word), shown=capitalized(ordinary(word)))


def number(count: float | None) -> Entry:
    """Return a number, whole ones without a point."""
    if count is None:
        return NOTHING
    whole = int(count) if float(count).is_integer() else count
    return Entry((Piece(f"{whole:,}"),), whole, (whole,))


def day(text: str | None, href: str = "") -> Entry:
    """Return a date as precise as it is recorded, sorted by its first day."""
    if not text:
        return NOTHING
    return Entry((Piece(spoken(text), href),), text, (bounds(text)[0], text))


def days(texts: Iterable[str | None]) -> Entry:
    """Return several dates, each once and the first first; sorted by that."""
    known = sorted({text for text in texts if text}, key=lambda text: (bounds(text)[0], text))
    pieces = tuple(Piece(spoken(text)) for text in known)
    return Entry(pieces, "; ".join(known), (bounds(known[0])[0], known[0])) if known else NOTHING


def pieces(found: Iterable[Piece]) -> Entry:
    """Return several texts, each once, sorted by the first as names are."""
    known = tuple(dict.fromkeys(piece for piece in found if piece.text))
    return Entry(known, "; ".join(piece.text for piece in known), name_order(known[0].text)) if known else NOTHING


def body_piece(standing: Standing, id_: str) -> Piece:
    """Return a body's name, with its page."""
    return Piece(standing.name(id_), f"/{id_}")


def holder_page(tenure: Tenure) -> str:
    """Return the page of whoever holds a seat, a person or a body."""
    return f"{FOLDERS['Person' if tenure.holder_is_person else 'Organization']}{tenure.holder_id}"


def bodies(standing: Standing, ids: Iterable[str]) -> Entry:
    """Return the names of bodies, with their pages."""
    return pieces(body_piece(standing, id_) for id_ in ids)


def seat(post: Post) -> Entry:
    """Return what a seat is called, several alike with their number, with its page."""
    name = seat_name(post)
    several = f" ({how_many(post)} seats)" if is_several(post) and "seats" not in name else ""
    return Entry(
        (Piece(capitalized(f"{name}{several}"), f"/posts/{post.id}"),), capitalized(name), name_order(capitalized(name))
    )
