"""From the address to a view: every value checked, with what was found and what is expected."""

import re
from collections.abc import Collection, Iterable
from datetime import date
from typing import Annotated

from fastapi import Depends, Query
from starlette.datastructures import QueryParams

from app.domain.as_at import AsAt
from app.domain.english import listed
from app.domain.view import (
    ALL_SORTS,
    GROUPS,
    LINE_KINDS,
    MOST_STEPS,
    NONE,
    PLACE_KINDS,
    View,
    sector_words,
)
from app.domain.vocabulary import Certainty, Classification, Direction
from app.errors import BadInput, Misfilled
from app.web.pictures.switches import Switches, switches_in
from app.web.shell.parameters import last_day, read_day, read_proposed

_LONGEST = 200
_MOST = 200
_ID = re.compile(r"[a-z0-9]+(?:-{1,2}[a-z0-9]+)*(?:/[a-z0-9]+(?:-{1,2}[a-z0-9]+)*)?")
_KEY = re.compile(r"[a-z0-9][a-z0-9:/.+_-]*")


def view_of(query: QueryParams) -> View:
    """Read a view from the query of an address; BadInput says what cannot be read."""
    return read_view(switches_in(query))


async def view_asked(switches: Annotated[Switches, Query()]) -> View:
    """Return the view that an address asks for."""
    return read_view(switches)


ViewAsked = Annotated[View, Depends(view_asked)]
"""Everything that an address says of its picture."""


def read_view(asked: Switches) -> View:
    """Read a view from its switches; BadInput says what cannot be read.

    A form tells that a box not ticked means no, and which lines were the usual ones.
    """
    of_form = bool(asked.form)
    hide, show = _lines(asked, of_form)
    return View(
        on=read_day(asked.on),
        proposed=read_proposed(asked.proposed),
        hide=hide,
        show=show,
        kinds=_kinds(asked, of_form),
        sectors=_sectors(asked, of_form),
        themes=_themes(asked, of_form),
        certainty=Certainty(_one(asked, "certainty", list(Certainty), Certainty.UNCERTAIN)),
        about=_text(asked, "about"),
        steps=_steps(_text(asked, "steps")),
        direction=Direction(_one(asked, "direction", list(Direction), Direction.BOTH)),
        open=frozenset(_opened("open", word) for word in _words(asked, "open")),
        closed=frozenset(_opened("close", word) for word in _words(asked, "close")),
        find=_text(asked, "find"),
        select=_id("select", _text(asked, "select")),
        large=_one(asked, "size", ["large", "usual"], "usual") == "large",
    )


def as_at_of(view: View) -> AsAt:
    """Return what a view is as at: the last day that its date may mean, or today, and whether proposals count."""
    return AsAt(day_of_view(view), view.proposed)


def day_of_view(view: View) -> date:
    """Return the day a view is of: the last one that its date may mean, or today."""
    return last_day(view.on)


def _text(asked: Switches, name: str) -> str:
    text = " ".join(str(getattr(asked, name)).split())
    if len(text) > _LONGEST:
        raise Misfilled(name, f"'{name}' has {len(text)} characters: expected at most {_LONGEST}.")
    return text


def _one(asked: Switches, name: str, known: Collection[str], otherwise: str) -> str:
    text = _text(asked, name) or otherwise
    if text not in known:
        raise BadInput(f"{name} is '{text[:40]}': expected {listed([str(word) for word in known], 'or')}.")
    return text


def _steps(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= MOST_STEPS):
        raise BadInput(f"steps is '{text[:40]}': expected a number from 1 to {MOST_STEPS}, or nothing.")
    return int(text)


def _words(asked: Switches, name: str) -> list[str]:
    """Read a list, written with commas or by repeating the name."""
    words = [word for text in getattr(asked, name) for word in (piece.strip() for piece in text.split(",")) if word]
    if len(words) > _MOST or any(len(word) > _LONGEST for word in words):
        raise BadInput(
            f"'{name.replace('_', '-')}' is too long: expected at most {_MOST} short words with commas between them."
        )
    return words


def _known(name: str, one: str, words: Iterable[str], known: Collection[str]) -> frozenset[str]:
    for word in words:
        if word not in known:
            expected = listed(sorted(known), "or")
            raise BadInput(f"{name} has '{word[:40]}', which is not a {one} here: expected {expected}.")
    return frozenset(words)


def _lines(asked: Switches, of_form: bool) -> tuple[frozenset[str], frozenset[str]]:
    if of_form:
        usual = LINE_KINDS if asked.form == "focus" else PLACE_KINDS
        ticked = _known("lines", "kind of line", _words(asked, "lines"), LINE_KINDS)
        return usual - ticked, ticked - usual
    hide = _known("hide", "kind of line", _words(asked, "hide"), LINE_KINDS)
    show = _known("show", "kind of line", _words(asked, "show"), LINE_KINDS)
    if both := hide & show:
        raise BadInput(f"{listed(sorted(both))} cannot be both shown and hidden: expected one of the two.")
    return hide, show


def _kinds(asked: Switches, of_form: bool) -> frozenset[Classification] | None:
    known = {*GROUPS, *(sort.value for sort in Classification if sort is not Classification.CONSTITUENCY)}
    chosen = _chosen(asked, "kinds", of_form)
    if chosen is None:
        return None
    sorts: set[Classification] = set()
    for word in _known("kinds", "sort of body", chosen, known):
        sorts |= GROUPS[word].members if word in GROUPS else {Classification(word)}
    return None if sorts >= ALL_SORTS else frozenset(sorts)


def _sectors(asked: Switches, of_form: bool) -> frozenset[str] | None:
    chosen = _chosen(asked, "sectors", of_form)
    if chosen is None:
        return None
    sectors = _known("sectors", "sector", chosen, sector_words())
    return None if sectors >= set(sector_words()) else sectors


def _themes(asked: Switches, of_form: bool) -> frozenset[str] | None:
    chosen = _chosen(asked, "themes", of_form)
    return None if chosen is None else frozenset(_id("themes", word) for word in chosen)


def _chosen(asked: Switches, name: str, of_form: bool) -> list[str] | None:
    """Read what is chosen of a list; None when nothing is chosen, or everything that a form offers."""
    words = _words(asked, name)
    offered = set(_words(asked, f"{name}_offered")) if of_form else set()
    if words == [NONE] or (offered and not words):
        return []
    return None if not words or (offered and offered <= set(words)) else words


def _id(name: str, text: str) -> str:
    if text and not _ID.fullmatch(text):
        raise BadInput(f"{name} has '{text[:40]}', which is not an id: expected small letters, digits and hyphens.")
    return text


def _opened(name: str, word: str) -> str:
    if not _KEY.fullmatch(word):
        raise BadInput(f"{name} has '{word[:40]}', which is neither a column nor a body: expected its id, or 'all'.")
    return word
