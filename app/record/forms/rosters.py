"""A form about many seats at once: a committee's list of members, as minutes and web pages have it, a line a seat."""

import re
from dataclasses import dataclass

from app.domain.english import capitalized, counted
from app.domain.vocabulary import Basis, Role
from app.exchange.place_format import Post
from app.exchange.sheets.people import names_in, vacancy_in
from app.exchange.sheets.wording import is_plain_seat, role_in
from app.record.drafts import Drafting, Said
from app.record.forms.asking import About, Answers, Field, Form, Shape, words_of
from app.record.forms.people import body_named, person_named
from app.record.forms.seats import WHEN
from app.record.forms.sources import cited

MOST_SEATS = 60
"""Seats of one form: with people and bodies that are new it stays below what one draft may change."""
_NUMBER = re.compile(r"^\s*(?:\d{1,3}[.)]|[-*•–])\s+")
_SPOKEN_FOR = re.compile(r",?\s+\(?(?:for|representing|on behalf of)\s+(?P<whom>[^()]+?)\)?\s*$", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"^(?P<who>.+?)\s*\((?P<seat>[^()]+)\)\s*$")


@dataclass(frozen=True, slots=True)
class SaidSeat:
    """What one line says of a seat."""

    label: str = ""
    role: Role = Role.MEMBER
    who: str = ""
    """With titles, as the line has it."""
    vacant: bool = False
    vacant_since: str = ""
    speaks_for: str = ""


def seat_in(line: str) -> SaidSeat:
    """Read a line: `Chair: Mary O'Hara`, `Ann Lee, for Carers`, `Jo Smith (secretary)`, `Youth seat: vacant`.

    ValueError says what would be right.
    """
    text = " ".join(_NUMBER.sub("", line.replace("\t", ": ")).split())
    title, colon, rest = text.partition(":")
    title, rest = (title.strip(), rest.strip()) if colon else ("", text)
    if found := _SPOKEN_FOR.search(rest):
        rest = rest[: found.start()].strip()
    whom = " ".join(found["whom"].split()) if found else ""
    if not title and (office := _IN_BRACKETS.match(rest)) and role_in(office["seat"]):
        title, rest = office["seat"].strip(), office["who"]
    vacancy = vacancy_in(rest)
    if not vacancy and not colon and not rest:
        raise ValueError("expected who has the seat, such as Chair: Mary O'Hara")
    if not vacancy and (len(rest.split()) > 8 or len(names_in(rest, lambda _: False)) > 1):
        raise ValueError("expected one person, such as Chair: Mary O'Hara; each seat has a line of its own")
    role = role_in(title)
    label = "" if not title or is_plain_seat(title) or (role and title.casefold() == role.value) else title
    return SaidSeat(
        label,
        role or Role.MEMBER,
        "" if vacancy else rest,
        bool(vacancy),
        vacancy.since if vacancy else "",
        whom,
    )


def _fields(_about: About) -> list[Field]:
    return [
        Field(
            "seats",
            "Who sits there?",
            "A line a seat: “Chair: Mary O'Hara”, “Ann Lee, for Carers' Forum”, “Youth seat: vacant”. A list from"
            " minutes or a page can be pasted.",
            Shape.LONG,
            optional=False,
        ),
        Field("since", "Since when, all of them?", f"{WHEN} Leave this empty where it is not known.", Shape.DATE),
        Field(
            "basis",
            "How are they filled?",
            "",
            Shape.ONE_OF,
            words_of(Basis, first="not recorded: no source says", without=[Basis.NOT_RECORDED.value]),
        ),
    ]


def _add(about: About, answers: Answers, drafting: Drafting) -> str:
    cites = cited(about, answers, drafting)
    since, basis = answers.date("since"), answers.word("basis", Basis)
    lines = [line for line in answers.long("seats").splitlines() if line.strip()]
    if not lines:
        answers.wrong("seats", "Say who sits there, a line a seat.")
    if len(lines) > MOST_SEATS:
        answers.wrong(
            "seats", f"These are {len(lines)} lines: at most {MOST_SEATS} at a time, or import a spreadsheet."
        )
        return ""
    body = about.address.id.partition("/")[2]
    first = max((_order(entry.said, body) for entry in about.seen("post")), default=0)
    # Whom two lines name is asked about once, and is one.
    met, vacant, named = dict[tuple[str, str], str](), 0, 0
    for number, line in enumerate(lines, 1):
        try:
            seat = seat_in(line)
        except ValueError as error:
            answers.wrong("seats", f"Line {number}, “{line.strip()[:60]}”: {error}.")
            continue
        if ("body", seat.speaks_for) not in met:
            speaks = body_named(about, answers, drafting, f"whom_{number}", seat.speaks_for, cites)
            met["body", seat.speaks_for] = speaks
        speaks = met["body", seat.speaks_for]
        if ("person", seat.who) not in met:
            met["person", seat.who] = person_named(about, answers, drafting, f"who_{number}", seat.who, cites)
        person = met["person", seat.who]
        said: Said = {"on": body, "role": seat.role.value, "label": seat.label, "basis": basis, "onBehalfOf": speaks}
        holder = {"person": person, "since": since} if since else {"person": person}
        said |= {"holders": [holder] if person else None, "vacant": "yes" if seat.vacant else None}
        said |= {"vacantSince": seat.vacant_since, "order": first + number, "cites": cites}
        id_ = drafting.add("post", {name: value for name, value in said.items() if value})
        for path in ("label", "holders[1].since", "holders[1].person", "vacantSince", "onBehalfOf"):
            answers.spot(id_, path, "since" if path.endswith(".since") else "seats")
        vacant, named = vacant + seat.vacant, named + bool(person)
    seats = counted(len(lines), "seat is added", "seats are added")
    empty = f", {counted(vacant, 'stands', 'stand')} empty" if vacant else ""
    return capitalized(f"{seats} to {about.name(body)}: {counted(named, 'has', 'have')} a holder by name{empty}.")


def _order(said: object, body: str) -> int:
    """Return the place of a seat in its body's own order; 0 where it has none, or is of another body."""
    return (said.order or 0) if isinstance(said, Post) and said.on == body else 0


ROSTER_FORMS = (Form("new-seats", "Several seats were added", frozenset({"organization"}), _fields, _add),)
