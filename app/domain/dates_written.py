"""Dates as people write them: `14 March 2026`, `14/3/2026`, `March 2026`, beside those of addresses and files."""

import re
from contextlib import suppress

from app.domain.dates import bounds

_MONTHS = "january february march april may june july august september october november december".split()
_WORDED = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([A-Za-z]{3,9})\.?,?\s+(\d{4})")
_IN_FIGURES = re.compile(r"(?:(\d{1,2})[./])?(\d{1,2})[./](\d{4})")


def date_in(text: str) -> str:
    """Read a date as people write it: `2026-03-14`, `14 March 2026`, `14/3/2026`, `March 2026`, `2026`.

    ValueError says what would be right.
    """
    text = text.strip()
    day = month = year = ""
    if match := _WORDED.fullmatch(text):
        day, name, year = match[1] or "", match[2].lower(), match[3]
        found = [number for number, full in enumerate(_MONTHS, 1) if full.startswith(name)]
        if len(found) != 1:
            raise ValueError("expected a date such as 14 March 2026, March 2026 or 2026")
        month = str(found[0])
    elif match := _IN_FIGURES.fullmatch(text):
        day, month, year = match[1] or "", match[2], match[3]
    if year:
        text = "-".join([year, *(f"{int(part):02}" for part in (month, day) if part)])
    try:
        bounds(text)
    except ValueError as error:
        said = str(error)
        raise ValueError(
            "expected a date such as 14 March 2026, March 2026 or 2026" if said.startswith("expected") else said
        ) from None
    return text


def date_told_in(text: str) -> str:
    """Return the one day or month that a text tells, as files write it; empty where it tells none, or several."""
    found = set[str]()
    for match in [*_WORDED.finditer(text), *_IN_FIGURES.finditer(text)]:
        with suppress(ValueError):
            found.add(date_in(match[0]))
    return found.pop() if len(found) == 1 else ""
