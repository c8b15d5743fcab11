"""Forms about seats: somebody took one, somebody left, one stands empty, one was added."""

from collections.abc import Sequence
from typing import Protocol

from app.domain.dates import spoken, when
from app.domain.english import capitalized, listed
from app.domain.vocabulary import Basis, Role
from app.exchange.entries.addresses import Address
from app.record.drafts import Drafting, Said
from app.record.forms.asking import About, Answers, Choice, Field, Form, Shape, listed_in, words_of
from app.record.forms.offices import add_offices, office_field
from app.record.forms.people import body_named, person_named
from app.record.forms.sources import also_citing, cited


class SeatLike(Protocol):
    """A seat that is to be added, as far as it is asked whether it is the chair's."""

    @property
    def role(self) -> Role:
        """What it is."""
        ...


_SECOND = "second"
LEFT, STAYS, NEVER = "left", "stays", "never"
WHEN = "A day, a month or a year, as far as it is known: 14 March 2026, March 2026, 2026."


def _holders(about: About, said: Said) -> list[tuple[int, Said, str]]:
    """Return who holds a seat and has not left, each with its place in the list and its name."""
    return [
        (number, holder, holder_name(about, holder))
        for number, holder in enumerate(listed_in(said, "holders"))
        if not holder.get("until")
    ]


def holder_name(about: About, holder: Said) -> str:
    """Return the name of a holder of a seat."""
    return about.name(str(holder.get("person") or holder.get("organization") or holder.get("holder")))


def _seat(about: About, drafting: Drafting) -> Said:
    assert about.entry
    return drafting.now(about.address)


def _took_fields(about: About) -> list[Field]:
    said = Drafting(about.known).now(about.address)
    fields = [
        Field(
            "who",
            "Who took the seat?",
            "The name, without Mr, Ms or Dr.",
            Shape.NAME,
            names=sorted_names(about.people),
            optional=False,
        ),
        Field("since", "Since when?", WHEN, Shape.DATE),
    ]
    several = int(said.get("number", 1)) > 1 or len(_holders(about, said)) > 1
    for number, _, name in _holders(about, said):
        choices = (
            Choice(LEFT, f"{name} left"),
            Choice(STAYS, f"{name} has the seat as well"),
            Choice(NEVER, f"{name} never had it: that was a mistake"),
        )
        given = STAYS if several else LEFT
        fields.append(Field(f"fate_{number}", f"What about {name}, who has it now?", "", Shape.RADIO, choices, given))
        fields.append(
            Field(
                f"left_{number}",
                f"When did {name} leave?",
                "If they left on another date than the new one came.",
                Shape.DATE,
            )
        )
    fields.append(
        Field(
            "from_body",
            "From which organization?",
            "Where they come from or work, if it is known. One that is not recorded yet is added.",
            Shape.NAME,
            names=sorted_names(about.bodies),
        )
    )
    return [*fields, office_field(about)]


def sorted_names(names: dict[str, str]) -> tuple[str, ...]:
    """Return names to choose from, each once, in their order."""
    return tuple(sorted(set(names.values()), key=str.casefold))


def _took(about: About, answers: Answers, drafting: Drafting) -> str:
    said, cites = _seat(about, drafting), cited(about, answers, drafting)
    name = answers.text("who", "Say who took the seat.")
    since = answers.date("since")
    person = person_named(about, answers, drafting, "who", name, cites)
    body = body_named(about, answers, drafting, "from_body", answers.text("from_body"), cites)
    gone, fates = [], list[str]()
    holders = listed_in(said, "holders")
    for number, holder, whom in _holders(about, said):
        fate = answers.text(f"fate_{number}") or LEFT
        if fate == NEVER:
            gone.append(holder)
            fates.append(f"{whom} is taken out as a mistake")
        elif fate == LEFT:
            until = answers.date(f"left_{number}") or since
            if not until:
                answers.wrong(f"left_{number}", f"Say when {whom} left, at least the year.")
            holders[number] = _ended(holder, said, until, cites)
            answers.spot(about.address.id, f"holders[{number + 1}].until", f"left_{number}")
            fates.append(f"{whom} left{' ' + when(until) if until else ''}")
    kept = [holder for holder in holders if holder not in gone]
    new: Said = {"person": person, "since": since, "cites": cites, "id": _second(about, holders, person)}
    answers.spot(about.address.id, f"holders[{len(kept) + 1}].since", "since")
    answers.spot(about.address.id, f"holders[{len(kept) + 1}].person", "who")
    kept.append({key: value for key, value in new.items() if value})
    drafting.change(about.address, without(said, "vacant", "vacantSince") | {"holders": kept})
    if body and person:
        _employ(about, drafting, person, body, cites)
    boards = add_offices(about, answers, drafting, cites)
    says = f"{name} takes the seat {about.seat(said)}{' from ' + spoken(since) if since else ''}"
    says += f", and sits on {listed(boards)} by that office" if boards else ""
    return capitalized("; ".join([says, *fates])) + "."


def _second(about: About, holders: list[Said], person: str) -> str:
    """Return an id for the time that somebody has a seat again, which the one before does not have; empty at first."""
    before = [holder for holder in holders if holder.get("person") == person]
    seat = about.address.id.partition("/")[2]
    return f"{person}--holds--{seat}--{len(before) + 1}" if before else ""


def _employ(about: About, drafting: Drafting, person: str, body: str, cites: str) -> None:
    """Say that a person works for a body, unless that is said already."""
    address = Address("person", f"{about.known.place}/{person}")
    said = drafting.now(address)
    works = listed_in(said, "worksFor")
    if all(work.get("organization") != body for work in works):
        drafting.change(address, said | {"worksFor": [*works, {"organization": body, "cites": cites}]})


def without(said: Said, *names: str) -> Said:
    """Return what an entry says without some of its fields."""
    return {name: value for name, value in said.items() if name not in names}


def _held(about: About) -> list[tuple[Address, int, str]]:
    """Return what somebody may have left: of a seat who holds it, of a person the seats that they hold."""
    found = []
    for entry in about.seen("post"):
        if (about.address.kind == "post" and entry.address != about.address) or not about.may_change(entry.address):
            continue
        said = Drafting(about.known).now(entry.address)
        for number, holder, name in _holders(about, said):
            of_it = f"{about.known.place}/{holder.get('person')}" == about.address.id
            if about.address.kind == "post" or of_it:
                found.append((entry.address, number, f"{name}: {about.seat(said)}"))
    return found


def _left_fields(about: About) -> list[Field]:
    held = _held(about)
    seats = tuple(Choice(f"{address.id} {number}", label) for address, number, label in held)
    return [
        Field(
            "which",
            "Who left which seat?",
            "" if held else "Nobody is recorded as holding it.",
            Shape.RADIO,
            seats,
            seats[0].value if len(seats) == 1 else "",
            optional=False,
        ),
        Field("until", "When did they leave?", WHEN, Shape.DATE, optional=False),
        Field("empty", "The seat stands empty since then", shape=Shape.CHECK),
    ]


def _left(about: About, answers: Answers, drafting: Drafting) -> str:
    # What is cited is for the change: the end is the holder's own fact, which keeps the source of its beginning too.
    cites = cited(about, answers, drafting)
    until = answers.date("until", "Say when they left, at least the year.")
    chosen = answers.text("which", "Choose who left which seat.")
    found = next((each for each in _held(about) if f"{each[0].id} {each[1]}" == chosen), None)
    if found is None:
        if chosen:
            answers.wrong("which", "Choose who left which seat: what was chosen is not recorded any more.")
        return ""
    address, number, _ = found
    said = drafting.now(address)
    holders = listed_in(said, "holders")
    name = holder_name(about, holders[number])
    holders[number] = _ended(holders[number], said, until, cites)
    answers.spot(address.id, f"holders[{number + 1}].until", "until")
    said = said | {"holders": holders}
    empty = answers.yes("empty")
    if empty:
        said |= _empty_since(until)
        answers.spot(address.id, "vacantSince", "until")
    drafting.change(address, said)
    says = f"{name} left the seat {about.seat(said)}{' ' + when(until) if until else ''}"
    return capitalized(says) + (", and it stands empty since then." if empty else ".")


def _empty_since(since: str) -> Said:
    return {"vacant": "yes", "vacantSince": since} if since else {"vacant": "yes"}


def _ended(holder: Said, seat: Said, until: str, cites: str) -> Said:
    """Return a holder that has left; what says so is cited beside what said that they were there."""
    return also_citing({"cites": seat.get("cites")} | holder, cites) | {"until": until}


def _empty_fields(about: About) -> list[Field]:
    said = Drafting(about.known).now(about.address)
    names = [name for _, _, name in _holders(about, said)]
    hint = f" {listed(names)} is recorded as leaving then." if len(names) == 1 else ""
    if len(names) > 1:
        hint = f" {listed(names)} are recorded as leaving then."
    return [Field("since", "Since when does the seat stand empty?", WHEN + hint, Shape.DATE, optional=not names)]


def _empty(about: About, answers: Answers, drafting: Drafting) -> str:
    said, cites = _seat(about, drafting), cited(about, answers, drafting)
    here = _holders(about, said)
    since = answers.date("since", "Say since when, at least the year: then whoever has it now left." if here else "")
    holders = listed_in(said, "holders")
    for number, holder, _ in here:
        holders[number] = _ended(holder, said, since, cites)
        answers.spot(about.address.id, f"holders[{number + 1}].until", "since")
    answers.spot(about.address.id, "vacantSince", "since")
    changed = also_citing(without(said, "vacantSince"), cites) | _empty_since(since) | {"holders": holders}
    drafting.change(about.address, changed)
    left = f"; {listed([name for _, _, name in here])} left then" if here else ""
    return capitalized(f"the seat {about.seat(said)} stands empty{' since ' + spoken(since) if since else ''}{left}.")


def seat_fields(bodies: tuple[str, ...], people: tuple[str, ...] = ()) -> list[Field]:
    """Ask what a new seat is; `bodies` and `people` are names that are recorded."""
    return [
        Field("role", "What is the seat?", "", Shape.ONE_OF, words_of(Role), Role.MEMBER.value),
        Field(
            "label", "What is it called?", "The source's own words, if it has a name: Tenants' seat, Lead for carers."
        ),
        Field(
            "speaks_for",
            "For whom does its holder speak?",
            "An organization or a group of people, if it is held for one. One that is not recorded yet is added.",
            Shape.NAME,
            names=bodies,
        ),
        Field("number", "How many such seats?", "One, unless there are several alike.", given="1"),
        Field(
            "basis",
            "How is it filled?",
            "",
            Shape.ONE_OF,
            words_of(Basis, first="not recorded: no source says", without=[Basis.NOT_RECORDED.value]),
        ),
        Field("who", "Who has it?", "Leave this empty where it is not known.", Shape.NAME, names=people),
        Field("since", "Since when?", WHEN, Shape.DATE),
    ]


def doubt_second_chair(about: About, answers: Answers, body: str, name: str, before: Sequence[SeatLike] = ()) -> None:
    """Ask whether a body has a second chair, where it has one already, recorded or among the seats that are added."""
    recorded = [Drafting(about.known).now(entry.address) for entry in about.seen("post")]
    chairs = [
        it for it in recorded if it.get("on") == body and it.get("role") == Role.CHAIR.value and not it.get("until")
    ]
    if not chairs and all(seat.role is not Role.CHAIR for seat in before):
        return
    if answers.text(name) == _SECOND:
        return
    who = listed([holder for it in chairs for holder in _now_in(about, it)])
    choice = Choice(_SECOND, "It has two chairs, or shares the chair: add it as well")
    asked = Field(name, "A second chair?", shape=Shape.RADIO, choices=(choice,), optional=False)
    answers.ask(
        asked,
        f"{about.name(body)} has a chair already{f': {who}' if who else ''}. Leave this one out, or add it as well.",
    )


def _now_in(about: About, said: Said) -> list[str]:
    return [name for _, _, name in _holders(about, said)]


def add_seat(about: About, answers: Answers, drafting: Drafting, body: str, cites: str, board: str = "") -> str:
    """Add a seat on a body to a draft, and say so; `board` is the body's name where it is new."""
    label, role = answers.text("label"), answers.word("role", Role, Role.MEMBER.value)
    basis = answers.word("basis", Basis)
    speaks = body_named(about, answers, drafting, "speaks_for", answers.text("speaks_for"), cites)
    number = answers.text("number") or "1"
    if not number.isdecimal() or int(number) < 1:
        answers.wrong("number", "Say how many as a number, such as 1.")
    who, since = answers.text("who"), answers.date("since")
    person = person_named(about, answers, drafting, "who", who, cites)
    holder: Said = {"person": person, "since": since} if since else {"person": person}
    said: Said = {"on": body, "role": role, "cites": cites}
    optional = {
        "label": label,
        "access": about.access,
        "basis": basis,
        "onBehalfOf": speaks,
        "holders": [holder] if person else None,
    }
    said |= {name: value for name, value in optional.items() if value}
    if number.isdecimal() and int(number) != 1:
        said["number"] = number
    id_ = drafting.add("post", said)
    for path, name in (("number", "number"), ("holders[1].since", "since"), ("holders[1].person", "who")):
        answers.spot(id_, path, name)
    seat = about.seat(said, {body: board, speaks: answers.text("speaks_for")})
    return f"a seat is added: {seat}{', held by ' + who if who else ''}"


def _new_seat_fields(about: About) -> list[Field]:
    return seat_fields(sorted_names(about.bodies), sorted_names(about.people))


def _new_seat(about: About, answers: Answers, drafting: Drafting) -> str:
    assert about.entry
    cites = cited(about, answers, drafting)
    body = about.address.id.partition("/")[2]
    if answers.text("role") == Role.CHAIR.value:
        doubt_second_chair(about, answers, body, "role_second")
    return capitalized(add_seat(about, answers, drafting, body, cites)) + "."


SEAT_FORMS = (
    Form("took-a-seat", "A new person took the seat", frozenset({"post"}), _took_fields, _took),
    Form("left", "Somebody left", frozenset({"post", "person"}), _left_fields, _left),
    Form("stands-empty", "The seat stands empty", frozenset({"post"}), _empty_fields, _empty),
    Form("new-seat", "A seat was added", frozenset({"organization"}), _new_seat_fields, _new_seat),
)
