"""A form about a meeting: who of the members came, who sent apologies and whom in their place, who else was there."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.domain.dates import earliest, latest, spoken, when
from app.domain.english import capitalized, counted, listed, role_name
from app.domain.folding import folded
from app.domain.seating import place_of_seat
from app.domain.vocabulary import AttendanceKind, MeetingStatus, Role, YesNoNotRecorded
from app.exchange.problems import nearest
from app.record.drafts import Drafting, Said, plain
from app.record.forms.asking import About, Answers, Choice, Field, Form, Shape, listed_in, words_of
from app.record.forms.people import body_named, person_named
from app.record.forms.roster_lines import quoted
from app.record.forms.sources import cited

MOST_LINES = 60
"""Of deputies, and of guests."""
_FOR = re.compile(
    r"^(?P<who>.+?),?\s+(?:for|in place of|deputising for|deputizing for|instead of)\s+(?P<whom>.+)$", re.IGNORECASE
)
NOT_SAID = "not_said"
_OF_THAT_DAY = "Show the members of that day"
_SHOWN_FOR = "shown_for"
"""The day whose members somebody has seen; empty for those of today."""
CAME = (
    Choice(AttendanceKind.PRESENT.value, "present"),
    Choice(AttendanceKind.APOLOGIES.value, "apologies"),
    Choice(NOT_SAID, "not said"),
)


def members_of(about: About, body: str = "", day: str = "") -> dict[str, str]:
    """Return who has a seat on a body and has not left: by the person's id, the name with the seat beside it.

    `body` is its id in the place's file; the form is about it where none is given. With a `day`, as files write it,
    they are those of that day. The order is that of lists of members: the chair first, by whom somebody is called.
    """
    body, found = body or about.address.id.partition("/")[2], dict[str, str]()
    posts = [(entry.address.id, plain(entry.said)) for entry in about.seen("post")]
    for _, said in sorted((each for each in posts if each[1].get("on") == body), key=_place):
        for holder in listed_in(said, "holders"):
            person = str(holder.get("person") or holder.get("holder") or "")
            if person in about.people and _was_there(holder, day):
                found.setdefault(person, f"{about.people[person]} ({_seat(said)})")
    return found


def _place(each: tuple[str, Said]) -> tuple[bool, tuple[bool, int, int, str]]:
    id_, said = each
    role = str(said.get("role", Role.MEMBER.value))
    order = int(said["order"]) if said.get("order") else None
    return role not in {Role.CHAIR.value, Role.VICE_CHAIR.value}, place_of_seat(order, role, id_)


def _was_there(holder: Said, day: str) -> bool:
    """Tell whether somebody had a seat on a day, as far as dates say; without a day, whether they have not left."""
    since, until = (str(holder.get(name) or "") or None for name in ("since", "until"))
    if not day:
        return until is None
    return earliest(since) <= latest(day) and earliest(day) <= latest(until)


def _seat(said: Said) -> str:
    return str(said.get("label") or role_name(Role(said.get("role", Role.MEMBER.value))))


def _fields(about: About) -> list[Field]:
    day = Answers(about.answered).date("date")
    return [
        Field(_SHOWN_FOR, "", shape=Shape.UNSEEN, given=day),
        Field("date", "When did it meet?", "14 March 2026.", Shape.DATE, optional=False, again=_OF_THAT_DAY),
        Field("venue", "Where?", "A building, or online."),
        *who_fields(members_of(about, day=day), {}, day),
        quorate_field(YesNoNotRecorded.NOT_RECORDED.value),
    ]


def who_fields(members: Mapping[str, str], came: Mapping[str, str], day: str = "") -> list[Field]:
    """Ask who came; `came` says of members, by id, what stands there at first; with a `day` they are those of it."""
    hint = "Each counts as present unless you say otherwise."
    if day:
        hint = f"The members {when(day)}. {hint}"
    if not members:
        hint = "Nobody is recorded by name as having a seat on it: name below who was there."
    return [
        Field("members", "Which members came?", hint, Shape.HEAD),
        *(
            Field(f"came_{person}", label, "", Shape.ROW, CAME, came.get(person, AttendanceKind.PRESENT.value))
            for person, label in members.items()
        ),
        Field(
            "deputies",
            "Who came for a member?",
            "A line each: “Al Jones for Mary O'Hara”. The member is recorded as sending apologies.",
            Shape.LONG,
        ),
        Field(
            "guests",
            "Who else was there?",
            "A line each, with whom they came for after a comma: “Jo Ward, Carers' Forum”.",
            Shape.LONG,
        ),
    ]


def quorate_field(given: str) -> Field:
    """Ask whether enough came."""
    return Field("quorate", "Were enough there to decide?", "", Shape.ONE_OF, words_of(YesNoNotRecorded), given)


@dataclass(frozen=True, slots=True)
class Came:
    """Who came to a meeting."""

    attendance: list[Said]
    says: str


def _took_place(about: About, answers: Answers, drafting: Drafting) -> str:
    cites, body = cited(about, answers, drafting), about.address.id.partition("/")[2]
    date = answers.date("date", "Say when it met: 14 March 2026.")
    if any(_is_that(plain(entry.said), body, date) for entry in about.seen("meeting")):
        answers.wrong("date", "A meeting on that day is recorded already: open its page, and say there who came.")
    members = members_of(about, day=date)
    shown = members_of(about, day=Answers({_SHOWN_FOR: answers.text(_SHOWN_FOR)}).date(_SHOWN_FOR))
    for person in members.keys() - shown.keys():
        # Whoever fills it in has seen the members of another day; shown anew, the form has those of this one.
        if not answers.text(f"came_{person}"):
            name = about.people[person]
            answers.wrong(f"came_{person}", f"{name} was a member {when(date)}: say whether they came.")
    who = who_came(about, answers, drafting, members, cites)
    optional = {"venue": answers.text("venue"), "quorate": answers.word("quorate", YesNoNotRecorded)}
    if optional["quorate"] == YesNoNotRecorded.NOT_RECORDED.value:
        optional["quorate"] = ""
    said: Said = {"organization": body, "date": date, "status": MeetingStatus.HELD.value, "cites": cites}
    said |= {name: value for name, value in optional.items() if value}
    id_ = drafting.add("meeting", said | {"attendance": who.attendance})
    for path in ("date", "id"):
        answers.spot(id_, path, "date")
    return capitalized(f"{about.name(body)} met on {spoken(date) if date else 'a day'}: {who.says}.")


def who_came(about: About, answers: Answers, drafting: Drafting, members: Mapping[str, str], cites: str) -> Came:
    """Read who came: which members, who for one of them, who else."""
    came = {person: _answer(answers, person) for person in members}
    stood_in = list[tuple[str, str]]()
    for number, line in _lines(answers, "deputies"):
        found = _FOR.match(line)
        member = _member(about, members, found["whom"]) if found else ""
        if not found or not member:
            answers.wrong("deputies", f"Line {number}, {quoted(line)}: {_expected(about, members, found)}")
            continue
        came[member] = AttendanceKind.APOLOGIES.value
        stood_in.append((person_named(about, answers, drafting, f"deputy_{number}", found["who"], cites), member))
    attendance: list[Said] = [{"person": person, "as": how} for person, how in came.items() if how != NOT_SAID]
    attendance += [{"person": who, "as": "deputising", "deputisingFor": member} for who, member in stood_in if who]
    guests = list(_guests(about, answers, drafting, cites))
    present, away = (
        [about.people[person] for person, how in came.items() if how == kind.value]
        for kind in (AttendanceKind.PRESENT, AttendanceKind.APOLOGIES)
    )
    parts = [f"{counted(len(present), 'member')} came" + (f" ({listed(present)})" if present else "")]
    parts += [f"{listed(away)} sent apologies"] if away else []
    parts += [f"{_name(about, drafting, who)} came for {about.people[member]}" for who, member in stood_in if who]
    parts += [f"{counted(len(guests), 'guest')} besides"] if guests else []
    return Came([*attendance, *guests], "; ".join(parts))


def _expected(about: About, members: Mapping[str, str], found: re.Match[str] | None) -> str:
    """Say what a line of deputies should be: the member nearest by spelling first, then how many others there are."""
    names = [about.people[person] for person in members]
    if not found:
        return "expected a name, “for”, and a member, such as “Al Jones for Mary O'Hara”."
    near = nearest(found["whom"], names)
    if near:
        others = f", or one of {counted(len(names) - 1, 'other member')}" if len(names) > 1 else ""
        return f"no member is called {found['whom'][:60]}: did you mean {near}{others}?"
    return f"no member is called {found['whom'][:60]}: expected one of {counted(len(names), 'member')} listed above."


def _is_that(said: Said, body: str, date: str) -> bool:
    return said.get("organization") == body and str(said.get("date")) == date


def _answer(answers: Answers, person: str) -> str:
    how = answers.text(f"came_{person}") or AttendanceKind.PRESENT.value
    if how not in {choice.value for choice in CAME}:
        answers.wrong(f"came_{person}", "Choose one of the list.")
    return how


def _lines(answers: Answers, field: str) -> list[tuple[int, str]]:
    """Return the lines of a field with their numbers; too many are wrong."""
    lines = [(number, line) for number, line in enumerate(answers.long(field).splitlines(), 1) if line]
    if len(lines) > MOST_LINES:
        answers.wrong(field, f"These are {len(lines)} lines: at most {MOST_LINES}.")
    return lines[:MOST_LINES]


def _member(about: About, members: Mapping[str, str], text: str) -> str:
    """Return the member that a text names, by the whole name or a part that no other has; empty where it is unclear."""
    wanted = folded(text)
    whole = [person for person in members if folded(about.people[person]) == wanted]
    part = [person for person in members if wanted and set(wanted.split()) <= set(folded(about.people[person]).split())]
    found = whole or part
    return found[0] if len(found) == 1 else ""


def _guests(about: About, answers: Answers, drafting: Drafting, cites: str) -> Iterator[Said]:
    for number, line in _lines(answers, "guests"):
        who, _, whom = (part.strip() for part in line.partition(","))
        person = person_named(about, answers, drafting, f"guest_{number}", who, cites)
        body = body_named(about, answers, drafting, f"guest_for_{number}", whom, cites)
        if person:
            came: Said = {"person": person, "as": AttendanceKind.IN_ATTENDANCE.value}
            yield came | ({"for": body} if body else {})


def _name(about: About, drafting: Drafting, person: str) -> str:
    """Return the name of a person who is recorded, or new in the draft."""
    new = {step.address.id.partition("/")[2]: step.said for step in drafting.draft().steps if step.said}
    return about.people.get(person) or str((new.get(person) or {}).get("name", person))


MEETING_FORMS = (Form("met", "A meeting took place", frozenset({"organization"}), _fields, _took_place, minutes=True),)
