"""A form about many seats at once: a committee's list of members, as minutes and web pages have it, a line a seat."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from app.domain.english import capitalized, counted, role_name
from app.domain.vocabulary import Basis, Role, YesNoNotRecorded
from app.exchange.entries.addresses import Address
from app.exchange.place_format import Post
from app.record.drafts import Drafting, Said
from app.record.forms.asking import About, Answers, Choice, Field, Form, Shape, listed_in, words_of
from app.record.forms.people import body_named, person_named
from app.record.forms.roster_lines import SaidSeat, is_a_sentence, is_heading, quoted, seats_in
from app.record.forms.seats import WHEN, doubt_second_chair
from app.record.forms.sources import cited

_OUT = "out"
_LEFT_OUT = (Choice(_OUT, "Leave this line out: it is no seat"),)
MOST_SEATS = 60
"""Seats of one form: with people and bodies that are new it stays below what one draft may change."""


def _fields(_about: About) -> list[Field]:
    return [
        Field(
            "seats",
            "Who sits there?",
            "A line a seat: “Chair: Mary O'Hara”, “Ann Lee, for Carers' Forum”, “Youth seat: vacant”,"
            " “Parents (2): Jo Ward, Al Day”. A list from minutes or a page can be pasted.",
            Shape.LONG,
            optional=False,
            lines=12,
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
    body = about.address.id.partition("/")[2]
    seats = list(_seats(about, answers))
    if not seats and not answers.wrongs:
        answers.wrong("seats", "Say who sits there, a line a seat.")
    if len(seats) > MOST_SEATS:
        answers.wrong(
            "seats", f"These are {len(seats)} seats: at most {MOST_SEATS} at a time, or import a spreadsheet."
        )
        return ""
    first = max((_order(entry.said, body) for entry in about.seen("post")), default=0)
    named = _Named(about, answers, drafting, cites)
    told = list[str]()
    for place, (number, seat) in enumerate(seats, 1):
        if seat.role is Role.CHAIR:
            doubt_second_chair(about, answers, body, f"chair_{number}", [it for _, it in seats[: place - 1]])
        speaks, chooser = (named.body(f"{what}_{number}", whom) for what, whom in _bodies(seat))
        person = named.person(f"who_{number}", seat.who)
        said: Said = {"on": body, "role": seat.role.value, "label": seat.label, "basis": basis, "onBehalfOf": speaks}
        holder = {"person": person, "since": since} if since else {"person": person}
        said |= {"holders": [holder] if person else None, "vacant": "yes" if seat.vacant else None}
        said |= {"voting": seat.voting.value if seat.voting is YesNoNotRecorded.NO else None}
        said |= {"appointedBy": chooser, "vacantSince": seat.vacant_since, "order": first + place, "cites": cites}
        id_ = drafting.add("post", {name: value for name, value in said.items() if value})
        named.work(f"from_{number}", person, seat)
        for path in ("label", "holders[1].since", "holders[1].person", "vacantSince", "onBehalfOf"):
            answers.spot(id_, path, "since" if path.endswith(".since") else "seats")
        told.append(_told(seat))
    added = counted(len(told), "seat is added", "seats are added")
    held, vacant = sum(bool(seat.who) for _, seat in seats), sum(seat.vacant for _, seat in seats)
    empty = f", {counted(vacant, 'stands', 'stand')} empty" if vacant else ""
    has = f"{counted(held, 'has', 'have')} a holder by name{empty}"
    return f"{capitalized(f'{added} to {about.name(body)}: {has}')}. {capitalized('; '.join(told))}."


def _seats(about: About, answers: Answers) -> Iterator[tuple[int, SaidSeat]]:
    """Give the seats with the numbers of their lines; a heading is none, and a sentence is asked about."""
    name = about.name(about.address.id.partition("/")[2])
    for number, line in enumerate(answers.long("seats").splitlines(), 1):
        if not line.strip() or is_heading(line, name):
            continue
        if is_a_sentence(line):
            asked = f"seats_{number}"
            if answers.text(asked) != _OUT:
                question = Field(
                    asked, f"Line {number}: {quoted(line)}", shape=Shape.RADIO, choices=_LEFT_OUT, optional=False
                )
                answers.ask(question, f"Line {number}, {quoted(line)}, names nobody: leave it out, or change it above.")
            continue
        try:
            yield from ((number, seat) for seat in seats_in(line))
        except ValueError as error:
            answers.wrong("seats", f"Line {number}, {quoted(line)}: {error}.")


def _bodies(seat: SaidSeat) -> tuple[tuple[str, str], tuple[str, str]]:
    return ("whom", seat.speaks_for), ("by", seat.chosen_by)


def _told(seat: SaidSeat) -> str:
    """Say a seat and who has it: `Parent carer, Emma Hartley`."""
    what = f"{seat.label or role_name(seat.role)}{' for ' + seat.speaks_for if seat.speaks_for else ''}"
    what += " (no vote)" if seat.voting is YesNoNotRecorded.NO else ""
    whence = ", ".join(filter(None, (seat.job, seat.comes_from)))
    who = "stands empty" if seat.vacant else seat.who or "nobody named"
    return f"{what}, {who}{f' ({whence})' if whence else ''}"


@dataclass(slots=True)
class _Named:
    """Whom lines name: who stands in two of them is asked about once, and is one."""

    about: About
    answers: Answers
    drafting: Drafting
    cites: str
    met: dict[tuple[str, str], str] = field(default_factory=dict)

    def person(self, name: str, who: str) -> str:
        """Return the id of a person."""
        if ("person", who) not in self.met:
            self.met["person", who] = person_named(self.about, self.answers, self.drafting, name, who, self.cites)
        return self.met["person", who]

    def body(self, name: str, whom: str) -> str:
        """Return the id of a body."""
        if ("body", whom) not in self.met:
            self.met["body", whom] = body_named(self.about, self.answers, self.drafting, name, whom, self.cites)
        return self.met["body", whom]

    def work(self, name: str, person: str, seat: SaidSeat) -> None:
        """Say which body somebody comes from, and as what, unless that is said."""
        body = self.body(name, seat.comes_from)
        if not (body and person):
            return
        address = Address("person", f"{self.about.known.place}/{person}")
        said = self.drafting.now(address)
        works = listed_in(said, "worksFor")
        if all(work.get("organization") != body for work in works):
            new: Said = {"organization": body, "role": seat.job, "cites": self.cites}
            works.append({key: value for key, value in new.items() if value})
            self.drafting.change(address, said | {"worksFor": works})


def _order(said: object, body: str) -> int:
    """Return the place of a seat in its body's own order; 0 where it has none, or is of another body."""
    return (said.order or 0) if isinstance(said, Post) and said.on == body else 0


ROSTER_FORMS = (Form("new-seats", "Several seats were added", frozenset({"organization"}), _fields, _add),)
