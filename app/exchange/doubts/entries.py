"""Doubts that one entry raises by itself: a title inside a name, a date in the far future."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache
from operator import itemgetter
from typing import Any

from pydantic import BaseModel

from app.domain.honorifics import HONOURS, STARTS, honours_after, titles_before

YEARS_AHEAD = 20
"""A date further ahead than this is told: most are a slip of the pen."""
_DATES = (
    "since",
    "until",
    "founded",
    "dissolved",
    "vacantSince",
    "termEnds",
    "date",
    "due",
    "on",
    "published",
    "read",
)
_ALSO_NAMES = frozenset({"baron", "major"})
"""Titles that are given names, too: by themselves they raise no doubt."""


def titles_in(name: str) -> tuple[str, str]:
    """Return the titles before a name and the honours after it, as far as they are known ones; mostly neither."""
    words = name.split()
    if words and _plain(words[0]) not in STARTS and _plain(words[-1]) not in HONOURS:
        return "", ""
    plain = [_plain(word) for word in words]
    first = titles_before(plain)
    if first == 1 and plain[0] in _ALSO_NAMES:
        first = 0
    last = honours_after(plain[first:]) if len(words) > 2 else 0
    # Honours are written in capitals: Jp may be somebody's name.
    while last and sum(letter.isupper() for letter in words[-last]) < 2:
        last -= 1
    return " ".join(words[:first]), " ".join(words[len(words) - last :])


def _plain(word: str) -> str:
    return word.replace(".", "").rstrip(",").casefold()


def doubt_of_name(name: str) -> str:
    """Say which title is part of a person's name; nothing where none is."""
    first, last = titles_in(name)
    if not first and not last:
        return ""
    title, field = (first, "honorificPrefix") if first else (last, "honorificSuffix")
    return f"'{title}' is a title, and no part of a name: write it as '{field}'"


def far_dates(said: BaseModel, today: date) -> Iterator[tuple[str, str]]:
    """Give the fields of an entry whose date is in the far future, each with what is odd about it."""
    given = said.__dict__
    names, values_in = _dates_of(type(said))
    if not any(values_in(given)):  # as most
        return
    for name in names:
        value = given[name]
        if isinstance(value, str) and value[:4] > f"{today.year + YEARS_AHEAD:04}" and value[:4].isdigit():
            yield name, f"{value} is more than {YEARS_AHEAD} years from now"


@cache
def _dates_of(model: type[BaseModel]) -> tuple[tuple[str, ...], Callable[[dict[str, Any]], Sequence[Any]]]:
    """Return the fields of dates that a model has, of which each has two at least, and what gets their values."""
    names = tuple(name for name in _DATES if name in model.model_fields)
    return names, itemgetter(*names)
