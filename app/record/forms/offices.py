"""Seats that whoever has another seat has with it: the chair of a forum who sits on three boards by that office."""

import dataclasses

from app.domain.english import capitalized, listed
from app.domain.vocabulary import Basis, Role
from app.exchange.derived_ids import whole_id
from app.exchange.place_format import Post
from app.record.drafts import Drafting, Said
from app.record.forms.asking import About, Answers, Field, Form, Shape
from app.record.forms.people import body_named
from app.record.forms.sources import cited

BOARDS = "by_office"
MOST_BOARDS = 20


def office_field(about: About) -> Field:
    """Ask on which other boards the holder of a seat sits by that office."""
    known = [about.name(board) for board in _boards(about)]
    recorded = f" Recorded already: {listed(known)}." if known else ""
    return Field(
        BOARDS,
        "On which other boards do they sit by that office?",
        f"A line each. One that is not recorded yet is added.{recorded}",
        Shape.LONG,
        within="They sit on other boards by that office",
    )


def _boards(about: About) -> list[str]:
    """Return the boards with a seat for whoever has the one that a form is about."""
    place = about.known.place
    return [
        entry.said.on
        for entry in about.seen("post")
        if isinstance(entry.said, Post)
        and entry.said.filledByHolderOf
        and whole_id(entry.said.filledByHolderOf.post, place) == about.address.id
    ]


def add_offices(about: About, answers: Answers, drafting: Drafting, cites: str) -> list[str]:
    """Add a seat on each board that is named, and return their names; one that has such a seat is left as it is."""
    names = [line for line in answers.long(BOARDS).splitlines() if line]
    if len(names) > MOST_BOARDS:
        answers.wrong(BOARDS, f"These are {len(names)} lines: at most {MOST_BOARDS}.")
        return []
    own, added, taken = str(getattr(about.entry, "on", "")), list[str](), set(_boards(about))
    for number, name in enumerate(names, 1):
        board = body_named(about, answers, drafting, f"{BOARDS}_{number}", name, cites)
        if board == own:
            answers.wrong(BOARDS, f"The seat is on {name} itself: name other boards.")
        elif board and board not in taken:
            taken.add(board)
            added.append(name)
            said: Said = {"on": board, "role": Role.MEMBER.value, "basis": Basis.EX_OFFICIO.value, "cites": cites}
            said |= {"access": about.access} if about.access else {}
            drafting.add("post", said | {"filledByHolderOf": about.address.id.partition("/")[2]})
    return added


def _fields(about: About) -> list[Field]:
    return [dataclasses.replace(office_field(about), within="", optional=False)]


def _make(about: About, answers: Answers, drafting: Drafting) -> str:
    cites = cited(about, answers, drafting)
    answers.text(BOARDS, "Name at least one board, a line each.")
    added = add_offices(about, answers, drafting, cites)
    seat = about.told(drafting.now(about.address))
    return capitalized(f"whoever has the seat {seat} sits on {listed(added)} by that office.")


OFFICE_FORMS = (
    Form("by-office", "Its holder sits on other boards by that office", frozenset({"post"}), _fields, _make),
)
