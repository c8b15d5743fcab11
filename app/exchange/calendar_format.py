"""Calendars that other programs subscribe to: iCalendar (RFC 5545), all-day events only.

Only what a feed of whole days needs is written: no times, zones or recurrences. A day is an event of that day; a
month is one event over all of its days, marked as not taking up time; what is known by its year alone is left out,
since an event of a whole year helps nobody.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.domain.dates import END, bounds

MEDIA_TYPE = "text/calendar; charset=utf-8"
_PRODUCT = "-//Partnership Explorer//Calendar//EN"
_OCTETS = 75
"""The longest line that RFC 5545 (3.1) allows, its end left out."""
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\u0085\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Event:
    """Something on a day, or within a month."""

    id: str
    """What it is known by for ever, within this program: the id of the fact."""
    when: str
    """`2010-01-22`, or `2010-01` when only the month is known."""
    summary: str
    description: str = ""
    place: str = ""
    address: str = ""
    """Where on the site there is more."""
    cancelled: bool = False
    """Whether it was called off: programs that show it strike it out."""


def calendar_file(name: str, events: Iterable[Event], made: datetime) -> bytes:
    """Write a calendar; `made` is the moment, in UTC, that says how new it is. Events known by a year are left out."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_PRODUCT}", "CALSCALE:GREGORIAN"]
    lines += [f"NAME:{escaped(name)}", f"X-WR-CALNAME:{escaped(name)}", "REFRESH-INTERVAL;VALUE=DURATION:P1D"]
    for event in events:
        lines += _event(event, made)
    lines.append("END:VCALENDAR")
    return "".join(folded(line) for line in lines).encode()


def escaped(text: str) -> str:
    r"""Write text as a value (RFC 5545, 3.3.11): `\`, `;`, `,` and line ends escaped, no control characters left."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    plain = plain.replace("\u2028", "\n").replace("\u2029", "\n").replace("\x85", "\n")
    plain = _CONTROL.sub("", plain.replace("\t", " "))
    for letter in ("\\", ";", ","):
        plain = plain.replace(letter, f"\\{letter}")
    return plain.replace("\n", "\\n")


def folded(line: str) -> str:
    """Break a line so that none has more than 75 octets (RFC 5545, 3.1), never within a character, and end it."""
    parts, part, room = [], "", _OCTETS
    for letter in line:
        size = len(letter.encode())
        if size > room:
            parts.append(part)
            part, room = "", _OCTETS - 1  # the space that a continued line begins with
        part += letter
        room -= size
    return "\r\n ".join([*parts, part]) + "\r\n"


def _event(event: Event, made: datetime) -> list[str]:
    if event.when.count("-") == 0:
        return []
    first, last = bounds(event.when)
    lines = ["BEGIN:VEVENT", f"UID:{escaped(event.id)}@partnership-explorer", f"DTSTAMP:{made:%Y%m%dT%H%M%SZ}"]
    lines.append(f"DTSTART;VALUE=DATE:{_day(first)}")
    if last < END:  # an event's end is the day after its last; the last day there is has none
        lines.append(f"DTEND;VALUE=DATE:{_day(last + timedelta(days=1))}")
    lines += ["STATUS:CANCELLED"] * event.cancelled
    lines += ["TRANSP:TRANSPARENT", f"SUMMARY:{escaped(event.summary)}"]
    for name, value in (("DESCRIPTION", event.description), ("LOCATION", event.place)):
        if value:
            lines.append(f"{name}:{escaped(value)}")
    if event.address:
        # A URI is not text: it has no escapes, so nothing that could end the line may stand in it.
        lines.append(f"URL:{_CONTROL.sub('', event.address.replace(chr(10), ''))}")
    return [*lines, "END:VEVENT"]


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")
