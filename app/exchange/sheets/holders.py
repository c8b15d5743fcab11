"""The lines of a cell that says who holds seats: names, deputies, observers, offices, and seats that are empty."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from app.exchange.sheets.people import is_a_title_of_office, vacancy_in, without_vacancies

_DEPUTY = r"(?:named |standing )?(?:deput(?:y|ies)|substitutes?|subs?|alternates?|reserves?)"
_BEFORE = re.compile(rf"{_DEPUTY}\s*(?:[:–—-]|\bis\b)\s*(?P<name>.+)", re.IGNORECASE)
_AFTER = re.compile(rf"(?P<name>.+?)\s*[(\[–—-]\s*{_DEPUTY}(?: member)?\s*[)\]]?", re.IGNORECASE)
_OBSERVER = re.compile(
    r"(?P<name>.+?)\s*[(\[–—-]\s*(?:(?:as )?(?:an )?observer(?: status)?|non[ -]?voting(?: (?:member|observer))?)"
    r"\s*[)\]]?",
    re.IGNORECASE,
)
_BY_OFFICE = re.compile(r"(?P<name>.+?)[\s,]*[(\[–—-]\s*ex[ -]?officio\s*[)\]]?", re.IGNORECASE)
_WITH_NAME = re.compile(r"(?P<office>[^()]+?)\s*\((?P<name>[^()]+)\)")
_AND_MORE = re.compile(
    r"(?P<number>\d{1,4})\s*[(,]?\s*(?P<more>(?:plus|and|\+|with)\s*(?:\d+|an?|one|two)\s*(?:reserves?|subs?|substitutes?"
    r"|deput(?:y|ies)|alternates?))\s*\)?",
    re.IGNORECASE,
)
_NUMBERS = {word: at for at, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}


class Office(NamedTuple):
    """An office by which somebody is there, with who has it where that is said."""

    name: str
    holder: str = ""


@dataclass(slots=True)
class SaidLines:
    """What the lines of a cell say."""

    names: list[str] = field(default_factory=list)
    deputies: list[str] = field(default_factory=list)
    observers: list[str] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    empty: int = 0
    """Lines that say a seat is empty, or how many are."""

    @property
    def text(self) -> str:
        """The names alone, a line each."""
        return "\n".join(self.names)


def lines_in(text: str, known: Callable[[str], bool]) -> SaidLines:
    r"""Divide a cell of several lines; one of a single name is that name.

    >>> said = lines_in("Jo Hale\nVacancy\nDeputy: Al Fox\nThe Mayor (ex officio)", lambda text: False)
    >>> said.names, said.empty, said.deputies, said.offices[0].name
    (['Jo Hale'], 1, ['Al Fox'], 'The Mayor')
    """
    found = SaidLines()
    lines = [" ".join(line.split()) for part in text.split("\n") for line in part.split(";")]
    for line in filter(None, lines):
        # Most are a name, of letters alone: then no sign comes between it and what is said of it.
        is_plain = line.replace(" ", "").isalpha()
        if known(line):
            found.names.append(line)
        elif _is_empty(line):
            found.empty += 1
        elif match := _BEFORE.fullmatch(line) or (None if is_plain else _AFTER.fullmatch(line)):
            found.deputies.append(match["name"])
        elif match := None if is_plain else _OBSERVER.fullmatch(line):
            found.observers.append(match["name"])
        elif office := _office(line, known, is_plain=is_plain):
            found.offices.append(office)
        else:
            name, empty = without_vacancies(line)
            found.names.append(name)
            found.empty += empty
    return found


def _is_empty(line: str) -> bool:
    try:
        return vacancy_in(line) is not None
    except ValueError:
        return False


def _office(line: str, known: Callable[[str], bool], *, is_plain: bool) -> Office | None:
    if is_plain:
        return Office(line) if is_a_title_of_office(line) and not known(line) else None
    if match := _BY_OFFICE.fullmatch(line):
        line = match["name"]
        return Office(line) if is_a_title_of_office(line) and not known(line) else None
    if (match := _WITH_NAME.fullmatch(line)) and is_a_title_of_office(match["office"]) and not known(match["office"]):
        return Office(match["office"], match["name"]) if len(match["name"].split()) > 1 else None
    return Office(line) if is_a_title_of_office(line) and not known(line) else None


def number_in(text: str) -> tuple[int, str] | None:
    """Return how many places a cell says there are, and what it says beside it; None where it says no number.

    >>> number_in("1 (plus 1 reserve)"), number_in("two"), number_in("some")
    ((1, 'plus 1 reserve'), (2, ''), None)
    """
    text = " ".join(text.split())
    if match := _AND_MORE.fullmatch(text):
        return int(match["number"]), match["more"]
    number = int(text) if text.isdecimal() and len(text) < 6 else _NUMBERS.get(text.casefold(), 0)
    return (number, "") if 1 <= number <= 10_000 else None


_YEARS = re.compile(
    r"(?:for )?(?P<number>\d{1,2}|annual(?:ly)?|yearly|" + "|".join(_NUMBERS) + r")(?:[ -]?y(?:ea)?rs?)?(?:[ -]terms?)?"
    r"(?:\s+(?P<rest>(?:from|since|starting|until|to|up to)\b.+))?",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"(?:(?:un)?til|to|up to|ends|ending|expires)\s+(?P<when>.+)", re.IGNORECASE)


class SaidTerm(NamedTuple):
    """How long a term of office is, until when it is, and what is said beside both."""

    years: int | None = None
    ends: str = ""
    rest: str = ""


def term_in(text: str) -> SaidTerm:
    """Read a term of office; what is neither a number of years nor an end is its rest.

    >>> [tuple(term_in(text)) for text in ("4 years from 2024", "until May 2027", "Mayoral year")]
    [(4, '', 'from 2024'), (None, 'May 2027', ''), (None, '', 'Mayoral year')]
    """
    text = " ".join(text.split()).strip(" .")
    if (match := _YEARS.fullmatch(text)) and not (text.isdecimal() and len(text) > 1):
        said = match["number"].casefold()
        years = int(said) if said.isdecimal() else _NUMBERS.get(said, 1)
        rest = match["rest"] or ""
        end = _UNTIL.fullmatch(rest)
        return SaidTerm(years, end["when"] if end else "", "" if end else rest)
    if match := _UNTIL.fullmatch(text):
        return SaidTerm(None, match["when"])
    return SaidTerm(None, text) if any(map(str.isdigit, text)) else SaidTerm(rest=text)
