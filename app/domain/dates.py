"""Dates as precise as a source gives them (EDTF level 0, ISO 8601 reduced precision), and what holds when."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

BEGINNING = date.min
"""Stands for a start that is not known: everything is after it."""

END = date.max
"""Stands for an end that is not known, or has not come."""

_SHAPE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_MONTHS = list(calendar.month_name)


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a month or a day: `2007`, `2007-09`, `2007-09-14`."""

    text: str

    def __post_init__(self) -> None:
        """Refuse what is not a date, with what would be right."""
        bounds(self.text)

    def __str__(self) -> str:
        """Return the date as it is written in files and the API."""
        return self.text

    @property
    def earliest(self) -> date:
        """The first day it may mean."""
        return bounds(self.text)[0]

    @property
    def latest(self) -> date:
        """The last day it may mean."""
        return bounds(self.text)[1]

    @property
    def spoken(self) -> str:
        """As a person writes it: `2007`, `September 2007`, `14 September 2007`."""
        return spoken(self.text)


@lru_cache(4_096)
def bounds(text: str) -> tuple[date, date]:
    """Return the first and last day that `2007`, `2007-09` or `2007-09-14` may mean; ValueError says what is wrong."""
    match = _SHAPE.fullmatch(text)
    if match is None:
        raise ValueError("expected a date such as 2007, 2007-09 or 2007-09-14")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if year < 1:
        raise ValueError("there is no year 0000")
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month:02}: months are 01 to 12")
    last = calendar.monthrange(year, month)[1]
    if day is None:
        return date(year, month, 1), date(year, month, last)
    if not 1 <= day <= last:
        raise ValueError(f"{_MONTHS[month]} {year} has {last} days: there is no day {day:02}")
    return date(year, month, day), date(year, month, day)


def spoken(text: str) -> str:
    """Write `2007-09-14` as `14 September 2007`, `2007-09` as `September 2007`, `2007` as it is."""
    parts = text.split("-")
    if len(parts) == 1:
        return parts[0]
    month = _MONTHS[int(parts[1])]
    return f"{month} {parts[0]}" if len(parts) == 2 else f"{int(parts[2])} {month} {parts[0]}"


def dated(title: str, published: str | None) -> str:
    """Write a document with its date, once.

    >>> dated("Minutes of 14 May 2026", "2026-05-14"), dated("Terms of reference", "2026-01")
    ('Minutes of 14 May 2026', 'Terms of reference, January 2026')
    """
    said = spoken(published) if published else ""
    return f"{title}, {said}" if said and said.casefold() not in title.casefold() else title


def when(text: str) -> str:
    """Write a date with its preposition: `in 2010`, `in January 2010`, `on 22 January 2010`."""
    return f"{'on' if text.count('-') == 2 else 'in'} {spoken(text)}"


def earliest(since: str | None) -> date:
    """Return the earliest possible start of what holds since then; unknown is the beginning of time."""
    return bounds(since)[0] if since else BEGINNING


def latest(until: str | None) -> date:
    """Return the latest possible end of what holds until then; unknown is the end of time."""
    return bounds(until)[1] if until else END


def days_after(day: date, days: int) -> date:
    """Return the day some days later, never out of the calendar."""
    return END if (END - day).days <= days else day + timedelta(days=days)


def years_after(day: date, years: int) -> date:
    """Return the same day some years away, or the last of its month where there is none."""
    return months_after(day, 12 * years)


def months_after(day: date, months: int) -> date:
    """Return the day some months away, or the last of its month, never out of the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year < BEGINNING.year:
        return BEGINNING
    if year > END.year:
        return END
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
