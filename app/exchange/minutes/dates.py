"""Dates in running text: written out, in figures, or without a year, which the day of the week then tells."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from app.exchange.minutes.document import Piece
from app.exchange.minutes.finds import Certainty

_MONTHS = {name.casefold(): at for at, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.casefold(): at for at, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_DAYS = {name.casefold(): at for at, name in enumerate(calendar.day_name)}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WEEKDAY = r"(?:(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+(?:the\s+)?)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY_FIRST = re.compile(
    rf"\b{_WEEKDAY}(?P<day>\d{{1,2}})\s?(?:st|nd|rd|th)?\s+(?:day\s+)?(?:of\s+)?(?P<month>{_MONTH})\b\.?,?(?:\s+{_YEAR}\b)?",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"\b{_WEEKDAY}(?P<month>{_MONTH})\b\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*[:.]\d\d)(?:,?\s+{_YEAR}\b)?",
    re.IGNORECASE,
)
_FIGURES = re.compile(
    rf"\b{_WEEKDAY}(?P<first>\d{{1,2}})[/.-](?P<second>\d{{1,2}})[/.-](?P<year>(?:19|20)\d\d|\d\d)\b", re.IGNORECASE
)
_ISO = re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b")
_THIS_CENTURY = 70


@dataclass(frozen=True, slots=True)
class SaidDate:
    """A date that a text has."""

    at: Piece
    value: str
    """As files have it, `2010-03-19`; empty where the year is not known."""
    certainty: Certainty = Certainty.SURE
    reason: str = ""


def dates_in(piece: Piece, *, after: str = "", before: str = "", month_first: bool = False) -> list[SaidDate]:
    """Find the dates in a text, in their order.

    One without a year is the first such day after `after`, or the last one before `before`, that is on the day of the
    week which it says. In figures the day comes first, unless `month_first`.
    """
    found: dict[int, SaidDate] = {}
    taken = bytearray(len(piece.text))
    for pattern in (_ISO, _DAY_FIRST, _MONTH_FIRST, _FIGURES):
        for match in pattern.finditer(piece.text):
            start, end = match.span()
            if not any(taken[start:end]) and (said := _said(match, piece, after, before, month_first)):
                found[start] = said
                taken[start:end] = b"\1" * (end - start)
    return [found[at] for at in sorted(found)]


def is_month_first(text: str) -> bool:
    """Tell whether a text writes its dates with the month first, as in the United States."""
    firsts = [(int(it["first"]), int(it["second"])) for it in _FIGURES.finditer(text)]
    if any(second > 12 >= first for first, second in firsts):
        return True
    if any(first > 12 for first, _ in firsts):
        return False
    return len(_MONTH_FIRST.findall(text)) > len(_DAY_FIRST.findall(text))


def _said(match: "re.Match[str]", piece: Piece, after: str, before: str, month_first: bool) -> SaidDate | None:
    said = match.groupdict()
    reason, certainty = "", Certainty.SURE
    if "first" in said:
        first, second = int(match["first"]), int(match["second"])
        day, month = (second, first) if month_first else (first, second)
        if month > 12 >= day:
            day, month = month, day
        elif first <= 12 and second <= 12 and first != second:
            order = "month" if month_first else "day"
            certainty, reason = Certainty.LIKELY, f"{match[0].strip()} is read with the {order} first."
    else:
        month = int(match["month"]) if match["month"].isdigit() else _MONTHS[match["month"].casefold()]
        day = int(match["day"])
    at = piece.part(match.start(), match.end())
    weekday = _weekday(said.get("weekday"))
    year = said.get("year")
    if not year:
        return _without_year(at, day, month, weekday, after, before)
    number = int(year) if len(year) == 4 else int(year) + (1900 if int(year) >= _THIS_CENTURY else 2000)
    found = _day(number, month, day)
    if found is None:
        return None
    if weekday is not None and found.weekday() != weekday:
        certainty, reason = Certainty.LOOK, f"{match[0].strip()} was a {calendar.day_name[found.weekday()]}."
    return SaidDate(at, found.isoformat(), certainty, reason)


def _without_year(at: Piece, day: int, month: int, weekday: int | None, after: str, before: str) -> SaidDate | None:
    if not after and not before:
        return SaidDate(at, "", Certainty.LOOK, f"{at.text} has no year.")
    start = date.fromisoformat(after or before)
    years = range(start.year, start.year + 3) if after else range(start.year, start.year - 3, -1)
    days = [found for year in years if (found := _day(year, month, day))]
    days = [found for found in days if (found > start if after else found < start)]
    if not days:
        return None
    if weekday is None:
        which = "after" if after else "before"
        return SaidDate(
            at, days[0].isoformat(), Certainty.LIKELY, f"No year is said: the first such day {which} the meeting."
        )
    fitting = [found for found in days if found.weekday() == weekday]
    if not fitting:
        return SaidDate(at, "", Certainty.LOOK, f"No {calendar.day_name[weekday]} near the meeting was {at.text}.")
    return SaidDate(at, fitting[0].isoformat(), Certainty.SURE, "The year follows from the day of the week.")


def _weekday(text: str | None) -> int | None:
    if not text:
        return None
    return next(at for name, at in _DAYS.items() if name.startswith(text.casefold()[:3]))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
