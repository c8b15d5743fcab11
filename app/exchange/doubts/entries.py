"""Doubts that one entry raises by itself: a title inside a name, a date in the far future."""

from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel

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
)
_BEFORE = frozenset(
    "mr mrs ms miss mx dr cllr councillor prof professor rev revd reverend sir dame lord lady baroness canon fr insp"
    " inspector supt sgt pc ds dci chief alderman ald hon".split()
)
_AFTER = frozenset("OBE MBE CBE KBE DBE BEM JP MP MSP MS MLA TD QC KC QPM PhD FRCS".split())


def titles_in(name: str) -> tuple[str, str]:
    """Return the title before a name and the one after it, as far as they are known ones; mostly neither."""
    words = name.split()
    first, last = "", ""
    if len(words) > 1 and words[0].rstrip(".,").casefold() in _BEFORE:
        first = words[0]
    if len(words) > 2 and words[-1].replace(".", "") in _AFTER:
        last = words[-1]
    return first, last


def doubt_of_name(name: str) -> str:
    """Say which title is part of a person's name; nothing where none is."""
    first, last = titles_in(name)
    if not first and not last:
        return ""
    title, field = (first, "honorificPrefix") if first else (last, "honorificSuffix")
    return f"'{title}' is a title, and no part of a name: write it as '{field}'"


def far_dates(said: BaseModel, today: date) -> Iterator[tuple[str, str]]:
    """Give the fields of an entry whose date is in the far future, each with what is odd about it."""
    limit = f"{today.year + YEARS_AHEAD:04}"
    given = said.model_fields_set
    for name in _DATES:
        if name in given:
            value = getattr(said, name)
            if isinstance(value, str) and value[:4] > limit and value[:4].isdigit():
                yield name, f"{value} is more than {YEARS_AHEAD} years from now"
