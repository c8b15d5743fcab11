"""The days around a date: where a rule on dates goes wrong, it goes wrong on one of these four."""

from datetime import date, timedelta
from typing import NamedTuple

from app.domain.dates import bounds

SPELLINGS = ("2007", "2007-09", "2007-09-14", "2008-02-29", "2008-02", "1999-12-31")
"""A year, a month, a day; a day and month that only some years have; the end of a year."""


class Days(NamedTuple):
    """The first and last day that a date may mean, and the days beside them."""

    before: date
    first: date
    last: date
    after: date


def around(text: str) -> Days:
    """Return the four days of a date as it is recorded."""
    first, last = bounds(text)
    return Days(plus(first, -1), first, last, plus(last, 1))


def plus(day: date, days: int) -> date:
    """Return the day some days later."""
    return day + timedelta(days=days)
