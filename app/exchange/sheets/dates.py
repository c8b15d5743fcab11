"""Dates as people write them into cells: `2009`, `March 2009`, `1st March 2009`, `01/03/2009` with the day first."""

import calendar
import re
from collections.abc import Sequence

from app.domain.dates import bounds, spoken

EXPECTED = "expected a date such as 2009, March 2009, 1 March 2009 or 01/03/2009 (the day first)"
NOTHING = frozenset("- – — n/a na n/k nk none ongoing present current unknown ? tbc tba".split()) | {
    "not known",
    "not recorded",
}
"""What stands in a date's cell and is no date."""
_MONTHS = {name.casefold(): at for at, name in enumerate(calendar.month_name) if name}
_SHORT = {name.casefold(): at for at, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[/.-](\d{4})")
_WORDS = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?)?([a-z]+)\.?,?[\s'’-]+(\d{4}|\d{2})", re.IGNORECASE)
_MONTH_FIRST = re.compile(r"([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})", re.IGNORECASE)
_WEEKDAY = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+", re.IGNORECASE)
_ABOUT = re.compile(
    r"(?:c|ca|circa|about|around|approx(?:imately)?|early|mid|late|end(?: of)?|spring|summer|autumn|winter|agm"
    r"|ann(?:ual)?\.? (?:council|meeting|mtg|general meeting)|elections?)[\s.,-]*(?:in |of )?(?P<year>\d{4})"
    r"|(?P<before>\d{4})\s+(?:agm|elections?|annual (?:council|meeting|general meeting))",
    re.IGNORECASE,
)
"""What says a year, and about when in it: only the year is recorded."""
_HOW_LONG = re.compile(
    r"annual(?:ly)?|yearly|permanent|indefinite(?:ly)?|no end|(?:\d+|one|two|three|four) ?y(?:ea)?rs?(?: terms?)?",
    re.IGNORECASE,
)
_THIS_CENTURY = 70
_WHICH_END = re.compile(
    r"(?P<begins>since|from|as of|appointed)|(?P<ends>until|till|to|up to|expires|ends)", re.IGNORECASE
)
_SEVERAL = re.compile(r"(\d{4})\s*/\s*(\d{4})")
SINCE, UNTIL = "since", "until"


def which_end(text: str) -> tuple[str, str]:
    """Divide a date from the word before it that says which end of a time it is; nothing where none does.

    >>> which_end("until May 2027"), which_end("since 2019"), which_end("2019")
    (('until', 'May 2027'), ('since', '2019'), ('', '2019'))
    """
    text = " ".join(text.split())
    found = _WHICH_END.match(text)
    rest = text[found.end() :].lstrip(" :") if found else ""
    if not found or rest == text[found.end() :] or not any(map(str.isdigit, rest)):
        return "", text
    return (SINCE if found["begins"] else UNTIL), rest


def years_in(text: str) -> tuple[str, ...]:
    """Return several years that a text has, such as `2019/2022`; nothing where it is one date, or none."""
    found = _SEVERAL.fullmatch(text.strip())
    return found.groups() if found else ()


def date_in(text: str) -> str:
    """Return a date as files have it, `2009`, `2009-03` or `2009-03-01`; ValueError says what would be right.

    >>> date_in("01/03/2009")
    '2009-03-01'
    """
    text = _WEEKDAY.sub("", " ".join(text.split()).strip(" ."))
    try:
        bounds(text)
    except ValueError as error:
        found = _read(text)
        if not found:
            raise ValueError(EXPECTED if "expected" in str(error) else f"{error}") from None
        text = found
    try:
        bounds(text)
    except ValueError as error:
        raise ValueError(f"{EXPECTED}; {error}") from None
    return text


def days_in(cells: Sequence[tuple[int, str]]) -> dict[int, str]:
    """Return which of some cells are a day, or a month in words, each column with its text."""
    return {column: text for column, text in cells if any(map(str.isdigit, text)) and _is_day(text)}


def _is_day(text: str) -> bool:
    try:
        found = date_in(text)
    except ValueError:
        return False
    return len(found) == len("2009-03-01") or (len(found) == len("2009-03") and any(map(str.isalpha, text)))


def is_day_first(text: str) -> bool:
    """Tell whether a date is written in numbers that somebody else would read month first."""
    found = _NUMBERS.fullmatch(text.strip())
    return bool(found) and int(found[1]) <= 12 and found[1] != found[2]  # type: ignore[index]


def is_about(text: str) -> bool:
    """Tell whether a text says a year and only roughly when in it, such as `Autumn 2023` or `AGM 2026`."""
    return bool(_ABOUT.fullmatch(" ".join(text.split()).strip(" .")))


def says_how_long(text: str) -> bool:
    """Tell whether a text says how long something goes on, such as `Annual`, and so no date."""
    return bool(_HOW_LONG.fullmatch(" ".join(text.split()).strip(" .")))


def told(text: str) -> str:
    """Say how a date was read: `01/03/2009 is 1 March 2009`."""
    return f"{text.strip()} is {spoken(date_in(text))}"


def _read(text: str) -> str | None:
    if found := _NUMBERS.fullmatch(text):
        return f"{_year(found[3])}-{int(found[2]):02}-{int(found[1]):02}"
    if found := _MONTH_YEAR.fullmatch(text):
        return f"{found[2]}-{int(found[1]):02}"
    if (found := _WORDS.fullmatch(text)) and (month := _month(found[2])):
        day = f"-{int(found[1]):02}" if found[1] else ""
        return f"{_year(found[3])}-{month:02}{day}"
    if (found := _MONTH_FIRST.fullmatch(text)) and (month := _month(found[1])):
        return f"{found[3]}-{month:02}-{int(found[2]):02}"
    if found := _ABOUT.fullmatch(text):
        return found["year"] or found["before"]
    return None


def _month(word: str) -> int | None:
    return _MONTHS.get(word.casefold()) or _SHORT.get(word.casefold())


def _year(digits: str) -> str:
    if len(digits) == 4:
        return digits
    return f"{'19' if int(digits) >= _THIS_CENTURY else '20'}{digits}"
