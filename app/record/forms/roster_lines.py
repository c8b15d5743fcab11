"""What the lines of a list of members say: headings, seats, several alike, who has them and where they are from."""

import re
from dataclasses import dataclass, replace

from app.domain.folding import folded
from app.domain.vocabulary import Role, YesNoNotRecorded
from app.exchange.minutes.words import is_job
from app.exchange.sheets.bodies import is_called_like_a_body
from app.exchange.sheets.people import names_in, said_name, vacancy_in
from app.exchange.sheets.wording import is_plain_seat, role_in

MOST_ALIKE = 30
"""Seats of one line."""
_LONGEST_QUOTE = 60
_NUMBER = re.compile(r"^\s*(?:\d{1,3}[.)]|[-*•–])\s+")
_HEADING = re.compile(
    r"(?:\d{1,2}(?:\.\d+)*[.)]?\s+)?(?:(?:current|full|core|voting|board|list of|the)\s+)*"
    r"(?:membership|members|composition|attendance|terms of reference|representatives|observers|officers)",
    re.IGNORECASE,
)
_SPOKEN_FOR = re.compile(r",?\s+\(?(?:for|representing|on behalf of)\s+(?P<whom>[^()]+?)\)?\s*$", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"^(?P<who>.+?)\s*\((?P<seat>[^()]+)\)\s*$")
_NO_VOTE = re.compile(r"\s*\((?:no vote|non-?voting|without (?:a )?vote)\)", re.IGNORECASE)
_SO_MANY = re.compile(r"\s*\((?:x\s*)?(?P<number>\d{1,2})(?:\s+(?:seats|places))?\)", re.IGNORECASE)
_CHOSEN = re.compile(r",?\s+(?:chosen|elected|appointed|nominated|selected) by (?:the )?(?P<by>.+)$", re.IGNORECASE)
_PARTICLES = frozenset("de da del della der di dos du van von den la le bin al el ap ab y and & o'".split())


@dataclass(frozen=True, slots=True)
class SaidSeat:
    """What a line says of a seat."""

    label: str = ""
    role: Role = Role.MEMBER
    who: str = ""
    """With titles, as the line has it."""
    vacant: bool = False
    vacant_since: str = ""
    speaks_for: str = ""
    voting: YesNoNotRecorded = YesNoNotRecorded.NOT_RECORDED
    chosen_by: str = ""
    job: str = ""
    """What its holder is at the body that they come from."""
    comes_from: str = ""


def is_heading(line: str, body: str) -> bool:
    """Tell whether a line is the name of the body itself, or a heading over its list: `3. Membership`."""
    text = line.strip().strip(":").strip()
    return folded(_NUMBER.sub("", text)) == folded(body) or bool(_HEADING.fullmatch(text))


def is_a_sentence(line: str) -> bool:
    """Tell whether a line names nobody and no seat: it is a sentence, which whoever pasted it may mean to leave out."""
    text = _NUMBER.sub("", line).strip()
    if ":" in text or "\t" in text or vacancy_in(text):
        return False
    first = _IN_BRACKETS.sub(r"\g<who>", _SPOKEN_FOR.sub("", text.partition(",")[0])).strip()
    return not _is_like_a_name(first) and role_in(first) is None and not _SO_MANY.search(text)


def quoted(line: str) -> str:
    """Quote a line, cut between two words where it is long."""
    text = " ".join(line.split())
    if len(text) <= _LONGEST_QUOTE:
        return f"“{text}”"
    return f"“{text[:_LONGEST_QUOTE].rpartition(' ')[0]} …”"


def seats_in(line: str) -> tuple[SaidSeat, ...]:
    """Read a line: `Chair: Mary O'Hara`, `Ann Lee, for Carers`, `Young people (2): A, B`, `Youth seat: vacant`.

    ValueError says what would be right.
    """
    text = " ".join(_NUMBER.sub("", line.replace("\t", ": ")).split())
    title, colon, rest = text.partition(":")
    title, rest = (title.strip(), rest.strip()) if colon else ("", text)
    if not colon and (_SO_MANY.search(text) or (_CHOSEN.search(text) and not _is_like_a_name(text.partition(",")[0]))):
        title, rest = text, ""
    spoken = _SPOKEN_FOR.search(rest)
    rest = rest[: spoken.start()].strip() if spoken else rest
    seat, number = _titled(title)
    if seat.label == "" and not title and (office := _IN_BRACKETS.match(rest)) and role_in(office["seat"]):
        seat, number = _titled(office["seat"].strip())
        rest = office["who"]
    seat = replace(seat, speaks_for=" ".join(spoken["whom"].split()) if spoken else "")
    vacancy = vacancy_in(rest)
    if vacancy:
        return (replace(seat, vacant=True, vacant_since=vacancy.since),) * max(number, 1)
    if not rest:
        if not title:
            raise ValueError("expected who has the seat, such as Chair: Mary O'Hara")
        return (seat,) * max(number, 1)
    several = _several(title, number, rest)
    if several:
        held = [replace(seat, label=_alone(seat.label), who=who) for who in several]
        return (*held, *[replace(seat, label=_alone(seat.label))] * (number - len(held)))
    return (_held(seat, rest), *[seat] * (number - 1))


def _titled(title: str) -> tuple[SaidSeat, int]:
    """Read what a seat is called: its label and role, whether it votes, who chooses its holder, and how many it is."""
    voting = YesNoNotRecorded.NO if _NO_VOTE.search(title) else YesNoNotRecorded.NOT_RECORDED
    title = _NO_VOTE.sub("", title)
    chosen = _CHOSEN.search(title)
    title = title[: chosen.start()] if chosen else title
    many = _SO_MANY.search(title)
    title = _SO_MANY.sub("", title).strip(" ,")
    number = int(many["number"]) if many else 1
    if not 1 <= number <= MOST_ALIKE:
        raise ValueError(f"expected 1 to {MOST_ALIKE} seats")
    role = role_in(title)
    plain = not title or is_plain_seat(title) or (role is not None and title.casefold() == role.value)
    by = chosen["by"].strip(" .") if chosen else ""
    return SaidSeat("" if plain else title, role or Role.MEMBER, voting=voting, chosen_by=by), number


def _several(title: str, number: int, rest: str) -> list[str]:
    """Return the names of those who have seats alike; nothing where a line is of one seat."""
    if not title or (number == 1 and not _is_plural(title)):
        return []
    names = names_in(rest, lambda _: False)
    if len(names) < 2 or not all(_is_like_a_name(name) for name in names):
        return []
    if number > 1 and len(names) > number:
        raise ValueError(f"expected at most {number} names, since these are {number} seats")
    return names


def _is_plural(title: str) -> bool:
    word = folded(title).split()[-1:]
    return bool(word) and ((word[0].endswith("s") and not word[0].endswith("ss")) or word[0] in {"people", "children"})


def _alone(label: str) -> str:
    """Return the label of one of several seats: `Councillor` of `Councillors`."""
    return label[:-1] if label.endswith("s") and not label.endswith(("ss", "'s", "’s")) else label


def _held(seat: SaidSeat, rest: str) -> SaidSeat:
    """Read who has one seat: a name, and after commas what somebody is, and the body that they come from."""
    who, *more = [part.strip() for part in re.split(r",(?![^()]*\))", rest) if part.strip()]
    honours = [part for part in more[:1] if said_name(f"{who}, {part}").suffix]
    who, more = ", ".join([who, *honours]), more[len(honours) :]
    if len(who.split()) > 8 or len(names_in(who, lambda _: False)) > 1 or len(more) > 2:
        raise ValueError("expected one person, such as Chair: Mary O'Hara; each seat has a line of its own")
    if not more:
        return replace(seat, who=who)
    *roles, last = more
    if len(more) == 1 and (role := role_in(last)) and not seat.label and seat.role is Role.MEMBER:
        return replace(seat, who=who, role=role, label="" if is_plain_seat(last) else last)
    if len(more) == 1 and is_job(last):
        return replace(seat, who=who, job=last)
    if len(more) == 1 and not seat.label and seat.role is Role.MEMBER and not is_called_like_a_body(last):
        raise ValueError("expected one person, such as Chair: Mary O'Hara; each seat has a line of its own")
    if roles and not seat.label and seat.role is Role.MEMBER and (role := role_in(roles[0])):
        return replace(seat, who=who, role=role, comes_from=last)
    return replace(seat, who=who, job=roles[0] if roles else "", comes_from=last)


def _is_like_a_name(text: str) -> bool:
    """Tell whether a text may be the name of a person: a few words with capitals, and no full stop behind them."""
    words = text.split()
    if not 1 <= len(words) <= 8 or re.search(r"\d", text) or (text.endswith(".") and len(words[-1]) > 3):
        return False
    return all(word[:1].isupper() or word.casefold() in _PARTICLES or not word[:1].isalpha() for word in words)
