"""Who a cell names: one person, several, nobody for the time being; with what stands around a name."""

import re
from collections.abc import Callable
from typing import NamedTuple

from app.domain.folding import folded
from app.domain.honorifics import HONOURS, TITLES
from app.exchange.doubts.entries import titles_in
from app.exchange.sheets.bodies import is_called_like_a_body
from app.exchange.sheets.dates import date_in

_EMPTY = "vacant|vacancy|vacant seat|vacant post|position vacant|currently vacant|seat vacant|unfilled|to be filled"
_EMPTY += "|no appointment(?: made)?|no nomination(?: received)?|name to follow|awaiting (?:nomination|appointment)"
_EMPTY += "|to be appointed|to be elected|to be nominated|to be advised|to be confirmed|to be agreed|tbc|tba|tbd"
_VACANT = re.compile(
    rf"\(?\s*(?P<word>{_EMPTY})\s*\)?(?:[\s,:;–—-]+|\s*\(\s*)?(?P<from>since|from|as of|as at)?\s*"
    r"(?P<when>[^()]*?)\s*\)?",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"(?P<who>[^\d]+ (?:left|resigned|retired|stood down|stepped down|died|moved on))(?: (?:in|on))? (?P<when>.*\d.*)",
    re.IGNORECASE,
)
"""Who was there before a seat was empty, and until when."""
_NOBODY = frozenset({"", "none", "n/a", "na", "-", "–", "—", "no", "nil", "no deputy", "not applicable", "none named"})
_NOT_SAID = frozenset({"see note", "see notes", "see below", "see comment", "see comments", "see remarks", "not known"})
_NOT_SAID |= {"unknown", "?"}
_YEARS = re.compile(r"(?:\d{4}|\d{2})/\d{2}")
"""The year of a council, such as 2025/26."""
_SPARE = re.compile(
    r"(?:^|\s*(?:\+|&|,|;|/|\n|\band\b|\bplus\b)\s*)\(?(?P<number>\d|an?|one|two|three|four)?\s*(?:x\s*)?"
    r"(?:seats?\s+)?(?:vacan(?:t|cy|cies)(?:\s+(?:seats?|posts?|places?))?)\)?\s*$",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:the )?(?:(?:deputy|assistant|interim|acting|vice) )?"
    r"(?:head(?: ?teacher)?|principal|leader|director|chief executive|ceo|chair|manager|lead|warden|dean|clerk)"
    r" (?:of|for) ",
    re.IGNORECASE,
)
_TITLE_OF_OFFICE = re.compile(
    r"(?:the )?(?:(?:deputy|vice|lord|lady|acting|interim|assistant) )*(?:mayor|provost|leader|sheriff|chief executive"
    r"|head of paid service|monitoring officer|section 151 officer|chair(?:man|woman|person)?|director|cabinet member"
    r"|portfolio holder|lead member)(?: (?:of|for) .+)?",
    re.IGNORECASE,
)
"""An office as a line of its own says it, with what it is of or without."""
_SO_MANY = re.compile(
    r"(?:\d+|two|three|four|up to \d+)\s+(?:x\s+)?(?:members?|reps?|representatives?|people|persons?|seats?|places?)\b",
    re.IGNORECASE,
)
_NUMBERS = {"two": 2, "three": 3, "four": 4}
_JOINTLY = re.compile(r"\(?\bjob[ -]?share\b\)?|\(joint(?:ly)?\)", re.IGNORECASE)
_OUTSIDE = r"(?![^()]*\))"
"""Not within brackets."""
_BETWEEN = re.compile(rf"(?:\n|;|\s/\s|/(?=[A-Z])){_OUTSIDE}")
_AND = re.compile(rf"(?:\s+(?:and|&|\+)\s+|,\s+and\s+|\s+/\s*|/\s*){_OUTSIDE}", re.IGNORECASE)
_COMMA = re.compile(rf",{_OUTSIDE}")
_ONE_NAME = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")
"""Words of letters with a blank between them: in such there is nothing but `and` that names are divided at."""
_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*$")
_BEGINS_EMPTY = tuple({words[:4] for words in _EMPTY.split("|")})
_TELLING = frozenset(
    "and is of for job jobshare no not none see two three four up mayor provost leader sheriff executive officer chair"
    " chairman chairwoman chairperson director member holder".split()
)
"""Words without which letters and blanks say no more than a name: those that divide, count or deny, and offices."""

_INSIDE = re.compile(r"(?P<title>[^()]*?)\s*\((?P<said>[^()]+)\)\s*(?P<name>\S.*)")
"""A word in brackets between a title and a name: `Cllr (Parish) Jo Smith`."""
MARKS = "*†‡§"
"""What stands behind a name and leads to a note elsewhere."""


class Vacancy(NamedTuple):
    """A cell that says that nobody is there."""

    since: str = ""
    """The date from which, if one is said."""
    word: str = ""
    """The word for it, where it says less than that the seat is vacant; or what it says of who was there."""


class SaidName(NamedTuple):
    """A name, with what is no part of it."""

    name: str
    prefix: str = ""
    suffix: str = ""
    note: str = ""
    """What stood in brackets after it."""


def vacancy_in(text: str) -> Vacancy | None:
    """Return the vacancy that a cell tells of; ValueError where a date is meant and is none."""
    found = _VACANT.fullmatch(" ".join(text.split()))
    if not found:
        return None
    word = found["word"].casefold()
    less = "" if "vacan" in word or word in {"unfilled", "to be filled"} else found["word"]
    when = found["when"].strip(" .,-")
    if when and not found["from"] and not any(map(str.isdigit, when)) and ("vacan" in word or word == "unfilled"):
        return Vacancy("", when)
    if left := _LEFT.fullmatch(when):
        return Vacancy(date_in(left["when"]), left["who"])
    return Vacancy(date_in(when) if when and not _YEARS.fullmatch(when) else "", less)


def is_plainly_a_name(text: str) -> bool:
    """Tell whether a cell is two to five words that name somebody and say nothing else: nothing more is asked of such.

    >>> is_plainly_a_name("Jo Smith"), is_plainly_a_name("Jo and Al Smith"), is_plainly_a_name("Vacant since May")
    (True, False, False)
    """
    low = text.casefold()
    words = low.split(" ")
    return (
        2 <= len(words) <= 5
        and text.isascii()
        and "" not in words
        and "".join(words).isalpha()
        and _TELLING.isdisjoint(words)
        and "vacan" not in low
        and not low.startswith(_BEGINS_EMPTY)
    )


def is_nobody(text: str) -> bool:
    """Tell whether a cell says in a word or a dash that there is nobody."""
    return " ".join(text.casefold().split()).strip(".") in _NOBODY


def is_not_said(text: str) -> bool:
    """Tell whether a cell says that who is there stands elsewhere, or nowhere: `see note`."""
    return " ".join(text.casefold().split()).strip(".") in _NOT_SAID


def is_an_office(text: str) -> bool:
    """Tell whether a cell says by which office somebody is there, and no name: `Head of St Aidan's`."""
    return bool(_OFFICE.match(" ".join(text.split())))


def is_a_title_of_office(text: str) -> bool:
    """Tell whether a line says an office and nothing else: `The Mayor`, `Leader of the Council`."""
    return bool(_TITLE_OF_OFFICE.fullmatch(" ".join(text.split())))


def is_a_number_of_people(text: str) -> bool:
    """Tell whether a cell says how many are there, and of what: `2 members of the Youth Council`."""
    return bool(_SO_MANY.match(" ".join(text.split())))


def without_vacancies(text: str) -> tuple[str, int]:
    """Return names without the empty seats that are counted after them, and how many these are.

    >>> without_vacancies("Dawn Hale + 1 vacancy"), without_vacancies("Jo Smith")
    (('Dawn Hale', 1), ('Jo Smith', 0))
    """
    found = _SPARE.search(text) if "vacan" in text.casefold() else None
    if not found or not found.start():
        return text, 0
    number = (found["number"] or "").casefold()
    return text[: found.start()].strip(" ,;"), int(number) if number.isdigit() else _NUMBERS.get(number, 1)


def is_joint(text: str) -> bool:
    """Tell whether several have a seat together, by the word for it."""
    return _may_be_joint(text) and bool(_JOINTLY.search(text))


def _may_be_joint(text: str) -> bool:
    """Tell whether it is worth looking for the words: in most names nothing begins as they do."""
    return "jo" in text.casefold()


def names_in(text: str, known: Callable[[str], bool]) -> list[str]:
    """Divide what a cell says into names; ValueError where it is not clear what they are.

    `known` tells whether a text as it stands is a name that somebody or something has: that is never divided.

    >>> names_in("Jo Smith and Al Jones", lambda text: False)
    ['Jo Smith', 'Al Jones']
    """
    if _ONE_NAME.fullmatch(text) and not _may_be_joint(text) and " and " not in text.casefold():
        return [text]
    text = _JOINTLY.sub(" ", text).strip(" ,;")
    if known(" ".join(text.split())):
        return [" ".join(text.split())]
    parts = [" ".join(part.split()).strip(" ,") for part in _BETWEEN.split(text)]
    return [name for part in parts if part for name in _divided(part, known)]


def _divided(part: str, known: Callable[[str], bool]) -> list[str]:
    if known(part) or _is_an_id(part):
        return [part]
    halves = [half.strip() for half in _AND.split(part) if half.strip()]
    if len(halves) > 1 and not (_is_a_body(part) and not all(map(known, halves))):
        if any(_is_one_word(half) and not known(half) for half in halves):
            raise ValueError("expected each person's whole name: write 'Jo Smith and Al Smith', or one name a line")
        return [name for half in halves for name in _by_commas(half, known)]
    return _by_commas(part, known)


def _by_commas(part: str, known: Callable[[str], bool]) -> list[str]:
    if known(part) or "," not in part or _is_a_body(part):
        return [part]
    pieces = [piece.strip() for piece in _COMMA.split(part) if piece.strip()]
    names = [pieces[0]]
    for piece in pieces[1:]:
        if all(word.replace(".", "").casefold() in HONOURS for word in piece.split()):
            names[-1] += f" {piece}"
        elif _is_one_word(piece) and not known(piece):
            if len(pieces) == 2:
                raise ValueError(f"expected a name as it is said, such as '{piece} {pieces[0]}', without a comma in it")
            raise ValueError("expected each person's whole name, one a line")
        else:
            names.append(piece)
    if len(names) > 1 and _is_one_word(names[0]) and not known(names[0]):
        raise ValueError(f"expected a name as it is said, such as '{pieces[1]} {pieces[0]}', without a comma in it")
    return names


def _is_a_body(text: str) -> bool:
    """Tell whether a text is called like a body; where people are from, in brackets after their names, says nothing."""
    return is_called_like_a_body(re.sub(r"\([^()]*\)", " ", text))


def _is_one_word(text: str) -> bool:
    words = [word for word in text.split() if word.replace(".", "").casefold() not in TITLES | HONOURS]
    return len(words) < 2


def _is_an_id(text: str) -> bool:
    return " " not in text and ("/" in text or "-" in text) and text == text.lower()


def said_name(text: str) -> SaidName:
    """Take a title, honours and a word in brackets off a name."""
    bracket = _BRACKETS.search(text) if ")" in text else None
    note = bracket[1].strip() if bracket else ""
    name = (_BRACKETS.sub("", text) if bracket else text).strip().rstrip(MARKS).strip()
    if not name:
        name, note = text.strip(" ()"), ""
    if "(" in name and (inside := _INSIDE.match(name)) and all(map(_is_a_title, inside["title"].split())):
        name, note = (
            f"{inside['title']} {inside['name']}".strip(),
            ". ".join(filter(None, (inside["said"].strip(), note))),
        )
    first, last = titles_in(name)
    words = name.split()
    if not first and not last:
        return SaidName(" ".join(words).strip(","), note=note)
    plain = words[len(first.split()) : len(words) - len(last.split())]
    return SaidName(" ".join(plain).strip(","), first, last, note)


def _is_a_title(word: str) -> bool:
    return word.replace(".", "").casefold() in TITLES


def is_title(text: str) -> bool:
    """Tell whether a text is nothing but titles that stand before a name, such as `Cllr` or `Rev Dr`."""
    return bool(text.split()) and all(map(_is_a_title, text.split()))


def same_words(one: str, other: str) -> bool:
    """Tell whether two texts are the same but for capitals and signs."""
    return folded(one) == folded(other)
